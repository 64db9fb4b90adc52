import { once } from 'node:events';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { Db } from '#kernel';
import { Injectable } from '@nestjs/common';
import ExcelJS from 'exceljs';
import { textOf } from './cell-values.rules.js';
import type { ColumnMapping, ImportField } from './column-mapping.rules.js';
import { ImportFiles } from './import-files.js';
import { ImportLinesRepository, type WrongLine } from './import-lines.repository.js';
import { kindOf } from './import-kind.js';
import { reasonsOf } from './import-text.rules.js';
import type { ImportTask } from './imports.repository.js';
import { HEADER_STYLE, TEXT_STYLE } from './import-sheet-style.js';

const BATCH = 500;
type ErrorTask = Pick<ImportTask, 'id' | 'kind' | 'locale' | 'mapping'>;

/** The rows that were not taken, as the template with a column of reasons: corrected it can be uploaded again. */
@Injectable()
export class ImportErrorFile {
  constructor(
    private readonly db: Db,
    private readonly lines: ImportLinesRepository,
    private readonly files: ImportFiles,
  ) {}

  async write(task: ErrorTask): Promise<void> {
    const file = this.files.errorsOf(task.id);
    const draft = await this.files.draftOf(file);
    try {
      await this.fill(task, draft);
      await rename(draft, file);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  private async fill({ id, kind, locale, mapping }: ErrorTask, file: string): Promise<void> {
    const { fields, text: texts } = kindOf(kind);
    const text = texts[locale];
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({
      filename: file,
      useStyles: true,
      useSharedStrings: false,
      zip: { zlib: { level: 1 } },
    });
    const { stream } = book as unknown as { stream: Writable };
    const broken = once(stream, 'error').then(([error]) => Promise.reject(error as Error));
    broken.catch(() => undefined);
    const sheet = book.addWorksheet(text.sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = [...fields.map(({ width }) => ({ width })), { width: 60 }];
    const header = sheet.addRow([...fields.map(({ name }) => text.fields[name]), text.reason]);
    header.eachCell((cell) => (cell.style = HEADER_STYLE));
    header.commit();
    let line = 0;
    for (;;) {
      const rows = await this.lines.wrongAfter(this.db, id, line, BATCH);
      if (rows.length === 0) break;
      for (const wrong of rows) {
        const values = valuesOf(wrong, fields, mapping?.columns ?? {}, text.yes);
        const row = sheet.addRow([...values, reasonsOf(wrong.problems, text)]);
        row.eachCell((cell) => {
          if (typeof cell.value === 'string') cell.style = TEXT_STYLE;
        });
        row.commit();
      }
      line = rows.at(-1)?.lineNo ?? line;
      // The library writes on without asking whether the disk follows.
      await Promise.race([new Promise((resolve) => setImmediate(resolve)), broken]);
    }
    sheet.commit();
    await Promise.race([book.commit(), broken]);
  }
}

function valuesOf(
  { cells }: WrongLine,
  fields: readonly ImportField[],
  columns: ColumnMapping,
  yes: string,
): (string | number | null)[] {
  return fields.map(({ name, isFigure, sharesWith }) => {
    const column = columns[name];
    if (column === undefined) return null;
    if (sharesWith && column === columns[sharesWith]) return yes;
    const cell = cells[column];
    if (isFigure && typeof cell === 'object' && cell !== null && 'n' in cell) return Number(cell.n);
    return textOf(cell) || null;
  });
}
