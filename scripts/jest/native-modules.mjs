// Lets Node itself load the sources that specs are about: TypeScript is turned into JavaScript on the way, as the build does.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from '../paths.mjs';
import { swcOptions } from '../swc-options.mjs';
import { askedBy, screenSource } from './screen-sources.mjs';

const require = createRequire(import.meta.url);
const { sourceOf } = require('./source-of.cjs');
const cache = path.join(root, 'node_modules/.cache/specs');
const version = `${require('@swc/core/package.json').version} ${JSON.stringify(swcOptions)}`;

/** Where the source map of a loaded file lies, by the address that stands in stacks. */
export const sourceMaps = new Map();

/**
 * What only tests use keeps counts and registers hooks: it is loaded anew for each file that asks for it. What is kept
 * for the next file says so in its name.
 */
const TESTS_ONLY = /\.fixtures\.ts$|\/libs\/workshop\/testing\/(?!kept-)|\/e2e\/(?!kit\/kept-)/;
const RUN = /\?run=\d+$/;

registerHooks({
  resolve(specifier, context, next) {
    const { parentURL = '' } = context;
    if (/^[#.]/.test(specifier) && parentURL.startsWith('file:')) {
      const source = sourceOf(specifier, path.dirname(fileURLToPath(parentURL)));
      if (source && existsSync(source)) {
        const url = pathToFileURL(source);
        const run = RUN.exec(parentURL);
        if (run && TESTS_ONLY.test(url.pathname)) url.search = run[0];
        return { url: url.href, format: 'module', shortCircuit: true };
      }
    }
    // A spec gives the words itself.
    if (specifier.startsWith('virtual:words/'))
      return {
        url: 'data:text/javascript,export default {}',
        format: 'module',
        shortCircuit: true,
      };
    const asked = parentURL.startsWith('file:') && askedBy(specifier, fileURLToPath(parentURL));
    return next(specifier, asked ? { ...context, parentURL: asked } : context);
  },
  load(url, context, next) {
    if (!/\.(ts|vue)(\?|$)/.test(url) || url.includes('/node_modules/')) return next(url, context);
    // `const { jest } = import.meta`, as with jest's own loader.
    const jest = RUN.test(url) ? 'import.meta.jest = globalThis.jest;' : '';
    return { format: 'module', source: jest + transformed(url), shortCircuit: true };
  },
});

function transformed(url) {
  const file = fileURLToPath(url);
  const text = screenSource(file);
  const key = createHash('sha1').update(`${version}\n${file}\n${text}`).digest('hex');
  const target = path.join(cache, key);
  sourceMaps.set(url, `${target}.map`);
  if (existsSync(`${target}.js`)) return readFileSync(`${target}.js`, 'utf8');
  const { code, map } = require('@swc/core').transformSync(text, {
    ...swcOptions,
    swcrc: false,
    filename: file,
    sourceFileName: file,
  });
  mkdirSync(cache, { recursive: true });
  write(`${target}.map`, map);
  write(`${target}.js`, code);
  return code;
}

// Two workers may write the same file: nobody ever sees half of it.
function write(file, text) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}
