import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Clock, Env, privateFile } from '#kernel';
import { Injectable } from '@nestjs/common';
import { ImportError } from './import.errors.js';
import { LIMITS } from './reading/reading.types.js';

const LEFT_OVER_MS = 24 * 3_600_000;

/** Where the files lie: DATA_DIR/imports. API and worker share the folder. */
@Injectable()
export class ImportFiles {
  readonly folder: string;

  constructor(
    env: Env,
    private readonly clock: Clock,
  ) {
    this.folder = path.join(env.dataDir, 'imports');
  }

  uploadOf(id: number): string {
    return path.join(this.folder, `${id}.upload`);
  }

  errorsOf(id: number): string {
    return path.join(this.folder, `${id}-errors.xlsx`);
  }

  /** A place to write to first: a reader never meets half a file. */
  async draftOf(file: string): Promise<string> {
    return privateFile(`${file}.${process.pid}.part`);
  }

  /** Keeps what is sent, up to the limit. Returns its bytes. Errors: import.file_too_large, import.file_empty. */
  async receive(id: number, body: Readable): Promise<number> {
    const draft = await this.draftOf(this.uploadOf(id));
    const file = await open(draft, 'w');
    let bytes = 0;
    try {
      // The stream is left alone where too much comes: a request that is torn down gets no answer.
      for await (const chunk of body.iterator({ destroyOnReturn: false })) {
        bytes += (chunk as Buffer).length;
        if (bytes > LIMITS.fileBytes)
          throw ImportError.fileTooLarge({ limitMegabytes: LIMITS.fileBytes / 1_048_576 });
        await file.write(chunk as Buffer);
      }
      if (bytes === 0) throw ImportError.fileEmpty();
      await rename(draft, this.uploadOf(id));
      return bytes;
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  }

  async remove(id: number): Promise<void> {
    await rm(this.uploadOf(id), { force: true });
    await rm(this.errorsOf(id), { force: true });
  }

  /** Drafts of runs that died. */
  async removeLeftOvers(): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      if (!name.endsWith('.part')) continue;
      const file = path.join(this.folder, name);
      const found = await stat(file).catch(() => undefined);
      if (found && this.clock.now().getTime() - found.mtimeMs > LEFT_OVER_MS)
        await rm(file, { force: true });
    }
  }
}
