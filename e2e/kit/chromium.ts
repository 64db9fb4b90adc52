import { mkdir } from 'node:fs/promises';

/** Unpacks the real Chromium of the project's packages into a folder. Returns where its program is. */
export async function unpackChromium(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const before = process.env.TMPDIR;
  // The package unpacks into the folder for temporary files.
  process.env.TMPDIR = folder;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
