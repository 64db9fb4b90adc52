import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { FileRefused, LIMITS } from './reading.types.js';

const ENCRYPTED_BIT = 1;

/**
 * A workbook's parts, opened by name. What a part claims to be is judged before it is opened, and the reader stops where
 * it turns out larger than it claimed.
 */
export class WorkbookZip {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(file: string): Promise<WorkbookZip> {
    let zip: ZipFile | undefined;
    try {
      zip = await openPromise(file, { lazyEntries: true, autoClose: false });
      const entries = new Map<string, Entry>();
      let total = 0;
      for await (const entry of zip.eachEntry()) {
        total += entry.uncompressedSize;
        const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
        if (
          total > LIMITS.unzippedBytes ||
          entries.size >= LIMITS.zipEntries ||
          (entry.uncompressedSize > LIMITS.ratioFromBytes && ratio > LIMITS.ratio)
        )
          throw new FileRefused('zip_bomb', { megabytes: Math.ceil(total / 1_048_576) });
        if (entry.generalPurposeBitFlag & ENCRYPTED_BIT) throw new FileRefused('encrypted');
        entries.set(entry.fileName.replace(/^\//, '').toLowerCase(), entry);
      }
      return new WorkbookZip(zip, entries);
    } catch (error) {
      zip?.close();
      throw error instanceof FileRefused ? error : new FileRefused('broken');
    }
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  async stream(name: string): Promise<Readable> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw new FileRefused('broken');
    return this.zip.openReadStreamPromise(entry);
  }

  close(): void {
    this.zip.close();
  }
}
