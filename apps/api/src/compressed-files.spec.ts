import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { CompressedFiles } from './compressed-files.js';

const folder = await mkdtemp(join(tmpdir(), 'shuke-web-'));
afterAll(() => rm(folder, { recursive: true }));
const text = 'export const answer = 42;\n'.repeat(100);
await writeFile(join(folder, 'a.js'), text);
const files = new CompressedFiles(folder);

it('compresses scripts as the browser can take them', async () => {
  const best = await files.find('a.js', 'gzip, deflate, br');
  expect(best).toMatchObject({ encoding: 'br', type: 'text/javascript; charset=utf-8' });
  expect(brotliDecompressSync(best?.body ?? '').toString()).toBe(text);
  const other = await files.find('a.js', 'gzip;q=0.8');
  expect(gunzipSync(other?.body ?? '').toString()).toBe(text);
});

it('leaves pictures and fonts alone, and whoever takes no compression', async () => {
  expect(await files.find('a.woff2', 'br')).toBeUndefined();
  expect(await files.find('a.js', undefined)).toBeUndefined();
  expect(await files.find('a.js', 'identity')).toBeUndefined();
});
