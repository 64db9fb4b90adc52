import { Db, type JobContext, OutboxHandler, QUEUES } from '#kernel';
import { Injectable } from '@nestjs/common';
import { textOf } from './cell-values.rules.js';
import { knownHeaders } from './column-mapping.rules.js';
import { kindOf } from './import-kind.js';
import { ImportFiles } from './import-files.js';
import { ImportLinesRepository } from './import-lines.repository.js';
import { ImportSteps } from './import-steps.js';
import type { SheetFacts } from './import.types.js';
import { ImportsRepository } from './imports.repository.js';
import { readInThread } from './reading/reading-thread.js';
import type { ReadCell } from './reading/reading.types.js';

const SAMPLES = 4;

/** First step in the background: the file becomes rows in the database, whatever it holds. */
@Injectable()
export class ImportReader {
  constructor(
    private readonly db: Db,
    private readonly repository: ImportsRepository,
    private readonly lines: ImportLinesRepository,
    private readonly files: ImportFiles,
    private readonly steps: ImportSteps,
  ) {}

  @OutboxHandler('import.uploaded', { queue: QUEUES.reading })
  run({ importId }: { importId: number }, context: JobContext): Promise<void> {
    return this.steps.run(importId, 'reading', context, async (task, tell) => {
      const { fields, suggested } = kindOf(task.kind);
      await this.lines.clear(this.db, importId);
      let sheet: SheetFacts | undefined;
      let rows = 0;
      const notes = await readInThread(this.files.uploadOf(importId), knownHeaders(fields), {
        head: (head) => {
          sheet = { ...head, samples: [], notes: null, suggested: suggested(head.headers) };
          return Promise.resolve();
        },
        rows: async (json, count) => {
          if (sheet?.samples.length === 0) sheet.samples = samplesOf(json, sheet.headers.length);
          await this.lines.insert(this.db, importId, json);
          rows += count;
          await tell(rows, 0);
        },
      });
      await this.db.write(async (tx) => {
        const now = await this.repository.lock(tx, importId);
        if (now?.status !== 'reading' || !sheet) return;
        await this.repository.change(tx, importId, {
          status: 'mapping',
          file_kind: sheet.kind,
          sheet: { ...sheet, notes },
          rows_total: rows,
          rows_done: 0,
        });
      });
    });
  }
}

function samplesOf(json: string, width: number): string[][] {
  const rows = JSON.parse(json) as [number, ReadCell[]][];
  return rows
    .slice(0, SAMPLES)
    .map(([, cells]) =>
      Array.from({ length: width }, (_, column) => textOf(cells[column]).slice(0, 60)),
    );
}
