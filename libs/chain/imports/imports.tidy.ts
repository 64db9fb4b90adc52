import { Clock, Db, Scheduled } from '#kernel';
import { Injectable } from '@nestjs/common';
import { ImportFiles } from './import-files.js';
import { ImportLinesRepository } from './import-lines.repository.js';
import { ImportsRepository } from './imports.repository.js';

const HOUR_MS = 3_600_000;

/** Files and rows of old imports hold personal data that nobody needs any more; the documents stay. */
@Injectable()
export class ImportsTidy {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly repository: ImportsRepository,
    private readonly lines: ImportLinesRepository,
    private readonly files: ImportFiles,
  ) {}

  @Scheduled('imports.tidy', { everyMs: HOUR_MS })
  async tidy(): Promise<void> {
    for (const id of await this.repository.expired(this.db, this.clock.now())) {
      await this.lines.clear(this.db, id);
      await this.files.remove(id);
      await this.db.write(async (tx) => {
        const task = await this.repository.lock(tx, id);
        const unfinished =
          task && ['reading', 'mapping', 'checking', 'checked'].includes(task.status);
        await this.repository.change(tx, id, {
          error_file: false,
          ...(unfinished ? { status: 'cancelled' as const, finished_at: this.clock.now() } : {}),
        });
      });
    }
    await this.files.removeLeftOvers();
  }
}
