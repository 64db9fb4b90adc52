// Finds sources as Node finds what is built of them: `./x.js` is written in x.ts, and `#area/name` is a capability's
// face (`#kernel`, `#ledger` stand alone). Packages keep their own rules (they have `#chain/imports` too).
const path = require('node:path');

const root = path.join(__dirname, '../..');
const libraries = path.join(root, 'libs');

exports.sourceOf = (request, basedir) => {
  if (basedir.includes('node_modules') || basedir.startsWith(path.join(root, 'dist')))
    return undefined;
  if (request.startsWith('#')) {
    const name = request.slice(1).replace(/\/rules$/, '');
    return path.join(libraries, name, name === request.slice(1) ? 'index.ts' : 'rules.ts');
  }
  if (request.startsWith('.') && request.endsWith('.js')) {
    return path.resolve(basedir, request.replace(/\.js$/, '.ts'));
  }
  return undefined;
};
