// Tells eslint-plugin-boundaries which file an import means; the tests have the same question.
const fs = require('node:fs');
const path = require('node:path');
const { sourceOf } = require('../jest/source-of.cjs');

exports.interfaceVersion = 2;

exports.resolve = (request, file) => {
  const basedir = path.dirname(file);
  const source = sourceOf(request, basedir);
  if (source && fs.existsSync(source)) return { found: true, path: source };
  if (!request.startsWith('.')) return { found: false };
  // The web app leaves endings out.
  for (const ending of ['', '.ts', '.vue', '/index.ts']) {
    const candidate = path.resolve(basedir, request + ending);
    if (fs.existsSync(candidate) && fs.statSync(candidate).isFile())
      return { found: true, path: candidate };
  }
  return { found: false };
};
