import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { privateFile } from './private-files.js';

const modeOf = async (file: string) => ((await stat(file)).mode & 0o777).toString(8);

it('is read by the process only, also where folder and file were open before', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'shuke-private-'));
  try {
    const fresh = await privateFile(path.join(root, 'exports', '1.csv.part'));
    expect([await modeOf(fresh), await modeOf(path.dirname(fresh))]).toEqual(['600', '700']);
    const folder = path.join(root, 'imports');
    await mkdir(folder, { mode: 0o755 });
    const file = path.join(folder, '1.upload');
    await writeFile(file, 'old', { mode: 0o644 });
    await chmod(folder, 0o755);
    await privateFile(file);
    expect([await modeOf(file), await modeOf(folder)]).toEqual(['600', '700']);
  } finally {
    await rm(root, { recursive: true });
  }
});
