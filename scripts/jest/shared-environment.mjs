// The world of a spec file: the worker's own. What a file has changed in it is put back after its last case.
import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';
import './native-modules.mjs';

const mocker = new ModuleMocker(globalThis);
let timers;
const own = { console: globalThis.console, exit: process.exit };
/** jest-circus leaves here what the file declared, and who listens. */
const LEFT_BY_CIRCUS = ['JEST_STATE_SYMBOL', 'EVENT_HANDLERS'];

export default class SharedEnvironment {
  global = globalThis;
  moduleMocker = mocker;
  #variables = { ...process.env };

  constructor({ projectConfig }) {
    timers ??= new ModernFakeTimers({ config: projectConfig, global: globalThis });
    globalThis.jest ??= jestObject();
  }

  getVmContext() {
    return null;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  async setup() {
    // Deep enough for a failure, and cheaper than jest's hundred: every database call makes a stack.
    Error.stackTraceLimit = 25;
  }

  async teardown() {
    timers.useRealTimers();
    mocker.restoreAllMocks();
    Object.assign(globalThis, { console: own.console });
    process.exit = own.exit;
    for (const name of Object.keys(process.env))
      if (!(name in this.#variables)) delete process.env[name];
    Object.assign(process.env, this.#variables);
    for (const symbol of Object.getOwnPropertySymbols(globalThis))
      if (LEFT_BY_CIRCUS.includes(symbol.description ?? '')) delete globalThis[symbol];
  }
}

/** As much of jest's object as specs use. */
function jestObject() {
  return {
    fn: mocker.fn.bind(mocker),
    spyOn: mocker.spyOn.bind(mocker),
    restoreAllMocks: () => mocker.restoreAllMocks(),
    useFakeTimers: (options) => timers.useFakeTimers(options),
    useRealTimers: () => timers.useRealTimers(),
    advanceTimersByTime: (ms) => timers.advanceTimersByTime(ms),
    advanceTimersByTimeAsync: (ms) => timers.advanceTimersByTimeAsync(ms),
  };
}
