// Runs a program of the build with the packaged Node, after building what changed.
// usage: node scripts/run.mjs apps/console/src/books-verify.js [arguments]
import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinnedNode, root } from './paths.mjs';

if (realpathSync(process.execPath) !== pinnedNode() && !process.env.SHUKE_PINNED_NODE) {
  const env = { ...process.env, SHUKE_PINNED_NODE: '1' };
  const { status } = spawnSync(pinnedNode(), process.argv.slice(1), { stdio: 'inherit', env });
  process.exit(status ?? 1);
}

const { buildServer } = await import('./build.mjs');
await buildServer();
const program = path.join(root, 'dist', process.argv[2] ?? '');
process.argv.splice(1, 2, program);
await import(pathToFileURL(program).href);
