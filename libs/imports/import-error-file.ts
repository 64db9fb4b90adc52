import { once } from 'node:events';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { Db } from '#kernel';
import { Injectable } from '@nestjs/common';
import ExcelJS from 'exceljs';
import { textOf } from './cell-values.rules.js';
import { IMPORT_FIELDS, type ColumnMapping, type ImportField } from './import-fields.rules.js';
import { ImportFiles } from './import-files.js';
import { ImportLinesRepository, type WrongLine } from './import-lines.repository.js';
import { reasonsOf } from './import-reasons.rules.js';
import { IMPORT_TEXT } from './import.locale.js';
import type { ImportTask } from './imports.repository.js';
import { HEADER_STYLE, TEXT_STYLE, WIDTHS } from './import-sheet-style.js';

const BATCH = 500;
const FIGURES: readonly ImportField[] = [
  'balance',
  'principal',
  'bonus',
  'points',
  'visits',
  'spend',
];

/** The rows that were not taken, as the template with a column of reasons: corrected it can be uploaded again. */
@Injectable()
export class ImportErrorFile {
  constructor(
    private readonly db: Db,
    private readonly lines: ImportLinesRepository,
    private readonly files: ImportFiles,
  ) {}

  async write(task: Pick<ImportTask, 'id' | 'locale' | 'mapping'>): Promise<void> {
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

  private async fill(
    { id, locale, mapping }: Pick<ImportTask, 'id' | 'locale' | 'mapping'>,
    file: string,
  ): Promise<void> {
    const text = IMPORT_TEXT[locale];
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
    sheet.columns = [...IMPORT_FIELDS.map((field) => ({ width: WIDTHS[field] })), { width: 60 }];
    const header = sheet.addRow([...IMPORT_FIELDS.map((field) => text.fields[field]), text.reason]);
    header.eachCell((cell) => (cell.style = HEADER_STYLE));
    header.commit();
    let line = 0;
    for (;;) {
      const rows = await this.lines.wrongAfter(this.db, id, line, BATCH);
      if (rows.length === 0) break;
      for (const wrong of rows) {
        const values = valuesOf(wrong, mapping?.columns ?? {}, text.yes);
        const row = sheet.addRow([...values, reasonsOf(wrong.problems, locale)]);
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
  columns: ColumnMapping,
  yes: string,
): (string | number | null)[] {
  return IMPORT_FIELDS.map((field) => {
    const column = columns[field];
    if (column === undefined) return null;
    if (field === 'lunar' && column === columns.birthday) return yes;
    const cell = cells[column];
    const isFigure = FIGURES.includes(field);
    if (isFigure && typeof cell === 'object' && cell !== null && 'n' in cell) return Number(cell.n);
    return textOf(cell) || null;
  });
}
