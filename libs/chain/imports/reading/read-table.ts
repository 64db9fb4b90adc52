import { csvRows } from './csv-rows.js';
import { fileKindOf } from './file-kind.js';
import {
  FileRefused,
  LIMITS,
  type ReadCell,
  type ReadRow,
  type SheetHead,
  type SheetNotes,
} from './reading.types.js';
import { sheetRows } from './sheet-rows.js';
import { findHead, rowPurpose } from './table-head.rules.js';
import { readWorkbook } from './workbook.js';
import { WorkbookZip } from './zip-file.js';

export interface TableSink {
  head(head: SheetHead): Promise<void>;
  /** Resolves when there is room for more. */
  rows(rows: readonly ReadRow[]): Promise<void>;
}

type Raw = AsyncGenerator<ReadRow[]>;

/**
 * Reads a table from an uploaded file into `sink`, within the limits, and returns what was odd about it. `known`: headers
 * that mean something, in the form of headerKey. Throws FileRefused.
 */
export async function readTable(
  file: string,
  known: ReadonlySet<string>,
  sink: TableSink,
): Promise<SheetNotes> {
  const notes: SheetNotes = {
    formulas: 0,
    totalRows: 0,
    exampleRows: 0,
    mergedCells: 0,
    otherSheets: [],
  };
  if ((await fileKindOf(file)) === 'csv') {
    await pass(csvRows(file), { kind: 'csv', sheetName: null }, notes, known, sink);
    return notes;
  }
  const zip = await WorkbookZip.open(file);
  try {
    const book = await readWorkbook(zip);
    const rows = sheetRows(await zip.stream(book.sheetPart), book, notes);
    await pass(rows, { kind: 'xlsx', sheetName: book.sheetName }, notes, known, sink);
    notes.otherSheets = book.otherSheets;
    return notes;
  } finally {
    zip.close();
  }
}

async function pass(
  source: Raw,
  about: Pick<SheetHead, 'kind' | 'sheetName'>,
  notes: SheetNotes,
  known: ReadonlySet<string>,
  sink: TableSink,
): Promise<void> {
  let first: ReadRow[] | null = [];
  let batch: ReadRow[] = [];
  let count = 0;
  let secret: ReadonlySet<number> = new Set();

  const begin = async (rows: readonly ReadRow[]) => {
    const head = findHead(rows, known);
    if (!head) throw new FileRefused(rows.length ? 'no_header' : 'no_rows');
    const { headers, line, secretColumns } = head;
    secret = new Set(secretColumns);
    await sink.head({ ...about, headerLine: line, headers, secretColumns });
    await take(rows.slice(head.index + 1));
  };
  const take = async (rows: readonly ReadRow[]) => {
    for (const { line, cells } of rows) {
      const purpose = rowPurpose(cells);
      if (purpose === 'total') notes.totalRows += 1;
      if (purpose === 'example') notes.exampleRows += 1;
      if (purpose !== 'member') continue;
      count += 1;
      if (count > LIMITS.rows) throw new FileRefused('too_many_rows', { limit: LIMITS.rows });
      batch.push({ line, cells: secret.size ? without(cells, secret) : cells });
      if (batch.length < LIMITS.batchRows) continue;
      await sink.rows(batch);
      batch = [];
    }
  };

  for await (const rows of source) {
    if (!first) await take(rows);
    else {
      first.push(...rows);
      if (first.length < LIMITS.headRows) continue;
      const looked: ReadRow[] = first;
      first = null;
      await begin(looked);
    }
  }
  if (first) await begin(first);
  if (count === 0) throw new FileRefused('no_rows');
  if (batch.length) await sink.rows(batch);
}

const without = (cells: readonly ReadCell[], secret: ReadonlySet<number>): ReadCell[] =>
  cells.map((cell, column) => (secret.has(column) ? null : cell));
