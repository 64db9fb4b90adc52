// Writes libs/api-client/openapi.json from the server's code, and the typed client from it.
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
const target = path.join(root, 'libs/api-client');
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
    console.log(`written: ${stale.length} files in libs/api-client`);
  } else console.log('libs/api-client is current');
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
    plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
  });
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
