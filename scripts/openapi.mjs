// Writes libs/web/api-client/openapi.json from the server's code, and its types from it.
// usage: node scripts/openapi.mjs [--check]   (--check: changes nothing, exits 1 where what is committed is not current)
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, cp, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildServer } from './build.mjs';
import { pinnedNode, root } from './paths.mjs';
import { REFUSALS_FILE, refusalsText } from './refusals.mjs';

const check = process.argv.includes('--check');
const target = path.join(root, 'libs/web/api-client');
const draft = await mkdtemp(path.join(tmpdir(), 'shuke-openapi-'));

try {
  const refusals = await refusalsText();
  const refusalsAreStale = (await readFile(REFUSALS_FILE, 'utf8').catch(() => '')) !== refusals;
  if (refusalsAreStale && !check) await writeFile(REFUSALS_FILE, refusals);
  await buildServer();
  await run(path.join(root, 'dist/apps/api/src/openapi-document.js'), [
    path.join(draft, 'openapi.json'),
  ]);
  await generate(path.join(draft, 'openapi.json'), path.join(draft, 'generated'));
  const stale = await differences(draft, target);
  if (check && refusalsAreStale) stale.push(path.relative(root, REFUSALS_FILE));
  if (check && stale.length > 0) {
    console.error(`Not current, run "pnpm run openapi": ${stale.join(', ')}`);
    process.exitCode = 1;
  } else if (stale.length > 0) {
    await rm(path.join(target, 'generated'), { recursive: true, force: true });
    await cp(draft, target, { recursive: true });
    console.log(`written: ${stale.length} files in libs/web/api-client`);
  } else console.log('libs/web/api-client is current');
} finally {
  await rm(draft, { recursive: true, force: true });
}

function run(script, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(pinnedNode(), [script, ...args], { cwd: root, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${path.basename(script)} ended with ${code}`)),
    );
  });
}

async function generate(input, output) {
  const { createClient } = await import('@hey-api/openapi-ts');
  await createClient({
    input,
    output: { path: output, module: { extension: '.js' }, postProcess: [] },
    logs: { level: 'warn', file: false },
    plugins: ['@hey-api/typescript'],
  });
  const { paths } = JSON.parse(await readFile(input, 'utf8'));
  await writeFile(path.join(output, 'routes.gen.ts'), routesText(paths));
}

/** The table by which the browser's requests are typed: method, pieces of the path, what goes in, what comes back. */
function routesText(paths) {
  const names = new Set();
  const routes = new Map();
  for (const [address, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      const types = new Map(
        (operation.parameters ?? [])
          .filter((parameter) => parameter.in === 'path')
          .map(({ name, schema }) => [name, schema.type === 'integer' ? '`${number}`' : 'string']),
      );
      const pieces = address
        .replace(/^\/api\/v1\//, '')
        .split('/')
        .map((piece) => types.get(piece.replace(/^{|}$/g, '')) ?? `'${piece}'`);
      const name = operation.operationId
        .split(/[^A-Za-z0-9]+/)
        .map((word) => word[0].toUpperCase() + word.slice(1))
        .join('');
      names.add(`${name}Data`).add(`${name}Responses`);
      const list = routes.get(method.toUpperCase()) ?? [];
      list.push(
        `    | { path: [${pieces.join(', ')}]; data: ${name}Data; answers: ${name}Responses }`,
      );
      routes.set(method.toUpperCase(), list);
    }
  const methods = [...routes].map(([method, list]) => `  ${method}:\n${list.join('\n')};`);
  return [
    '// This file is made by scripts/openapi.mjs.',
    `import type {\n${[...names].map((name) => `  ${name},`).join('\n')}\n} from './types.gen.js';`,
    '',
    '/** Every route, by its method: the pieces of its path below /api/v1, what is sent, and the answers by status. */',
    `export interface Routes {\n${methods.join('\n')}\n}`,
    '',
  ].join('\n');
}

async function filesOf(folder) {
  if (!existsSync(folder)) return new Map();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.map(async (file) => [
      path.relative(folder, file).replaceAll('\\', '/'),
      await readFile(file, 'utf8'),
    ]),
  );
  return new Map(texts);
}

/** Names of the files that are new, changed or gone. */
async function differences(fresh, committed) {
  const [now, before] = await Promise.all([filesOf(fresh), filesOf(committed)]);
  const isMade = (name) => name === 'openapi.json' || name.startsWith('generated/');
  const gone = [...before.keys()].filter((name) => isMade(name) && !now.has(name));
  return [
    ...[...now].filter(([name, text]) => before.get(name) !== text).map(([name]) => name),
    ...gone,
  ].sort();
}
