// How jest loads a spec file: by Node, once for all files of a worker, instead of everything anew for each of them.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { sourceMaps } from './native-modules.mjs';

const require = createRequire(import.meta.url);
let runs = 0;

class SharedRuntime {
  #environment;

  constructor(_config, environment) {
    this.#environment = environment;
  }

  /** jest-circus keeps what a file declares in its own module: a new one for each file. */
  requireInternalModule(file) {
    delete require.cache[file];
    return require(file);
  }

  requireModule(file) {
    return require(file);
  }

  unstable_shouldLoadAsEsm(file) {
    return !file.endsWith('.cjs');
  }

  /** A file that is run again declares its cases again. */
  unstable_importModule(file) {
    const url = pathToFileURL(file);
    url.searchParams.set('run', String((runs += 1)));
    return import(url.href);
  }

  getSourceMaps() {
    return sourceMaps;
  }

  restoreAllMocks() {
    this.#environment.moduleMocker.restoreAllMocks();
  }

  setGlobalsForRuntime() {}
  enterTestCode() {}
  leaveTestCode() {}
  getAllCoverageInfoCopy() {}
  teardown() {}
}

// jest asks for it by require.
export { SharedRuntime as 'module.exports' };
