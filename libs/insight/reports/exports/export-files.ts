import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock, Env, privateFile } from '#kernel';
import type { ExportFormat } from '../report-words.js';

const LEFT_OVER_MS = 24 * 3_600_000;

/** Where the files lie: DATA_DIR/exports, one per job. API and worker share the folder. */
@Injectable()
export class ExportFiles {
  readonly folder: string;

  constructor(
    env: Env,
    private readonly clock: Clock,
  ) {
    this.folder = path.join(env.dataDir, 'exports');
  }

  pathOf(id: number, format: ExportFormat): string {
    return path.join(this.folder, `${id}.${format}`);
  }

  /** A place to write to first: a reader never meets half a file. */
  async draftOf(id: number, format: ExportFormat): Promise<string> {
    return privateFile(path.join(this.folder, `${id}.${format}.${process.pid}.part`));
  }

  async remove(id: number, format: ExportFormat): Promise<void> {
    await rm(this.pathOf(id, format), { force: true });
  }

  /** Drafts of runs that died. */
  async removeLeftOvers(): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    for (const name of names.filter((candidate) => candidate.endsWith('.part'))) {
      const file = path.join(this.folder, name);
      const found = await stat(file).catch(() => undefined);
      if (found && this.clock.now().getTime() - found.mtimeMs > LEFT_OVER_MS)
        await rm(file, { force: true });
    }
  }
}
