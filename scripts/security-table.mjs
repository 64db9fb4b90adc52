// Writes the table of acts, proofs and second persons into SECURITY.md. usage: pnpm run security:table
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildServer } from './build.mjs';
import { root } from './paths.mjs';

await buildServer();
const built = pathToFileURL(path.join(root, 'dist/apps/api/src/security-table.js'));
const { withSecurityTable } = await import(built.href);
const file = path.join(root, 'SECURITY.md');
await writeFile(file, withSecurityTable(await readFile(file, 'utf8')));
