import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface CompressedFile {
  type: string;
  encoding: 'br' | 'gzip';
  body: Buffer;
}

/** Scripts and styles, compressed when first asked for and kept: there are few, and they never change while we run. */
export class CompressedFiles {
  private readonly kept = new Map<string, Promise<Buffer>>();

  constructor(private readonly folder: string) {}

  /** Undefined where the file is of no such type or the browser takes no compression. `file` must be one that exists. */
  async find(file: string, accepted: string | undefined): Promise<CompressedFile | undefined> {
    const type = TYPES[extname(file)];
    const encodings = accepted?.split(',').map((part) => part.split(';')[0]?.trim());
    const encoding = (['br', 'gzip'] as const).find((name) => encodings?.includes(name));
    if (!type || !encoding) return undefined;
    const key = `${encoding} ${file}`;
    let body = this.kept.get(key);
    if (!body) this.kept.set(key, (body = this.compress(file, encoding)));
    return { type, encoding, body: await body };
  }

  private async compress(file: string, encoding: CompressedFile['encoding']): Promise<Buffer> {
    const plain = await readFile(join(this.folder, file));
    if (encoding === 'gzip') return promisify(gzip)(plain);
    // Beyond 6 the time grows much faster than the size shrinks.
    return promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
  }
}
