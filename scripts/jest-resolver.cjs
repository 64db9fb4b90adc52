// Finds modules for tests as Node finds them in the build: `./x.js` is written in x.ts, and
// `#name` is a capability's face. Packages keep their own rules (they have `#imports` too).
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const libraries = path.join(root, 'libs');

function sourceOf(request, basedir) {
  if (basedir.includes('node_modules') || basedir.startsWith(path.join(root, 'dist')))
    return undefined;
  if (request.startsWith('#')) {
    const [name, face = 'index', ...rest] = request.slice(1).split('/');
    if (rest.length > 0) return undefined;
    return path.join(libraries, name, `${face}.ts`);
  }
  if (request.startsWith('.') && request.endsWith('.js')) {
    return path.resolve(basedir, request.replace(/\.js$/, '.ts'));
  }
  return undefined;
}

module.exports = (request, options) => {
  const source = sourceOf(request, options.basedir);
  if (source && fs.existsSync(source)) return source;
  return options.defaultResolver(request, options);
};

module.exports.sourceOf = sourceOf;
