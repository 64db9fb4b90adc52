import { once } from 'node:events';
import { rm, stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { Cell, CellKind, TableSpec, TableWriter } from './table-writer.js';

/** What one sheet of a workbook can hold. */
const SHEET_ROWS = 1_048_576;
const CHUNK = 500;

const FORMATS: Record<CellKind, Partial<ExcelJS.Style>> = {
  text: { alignment: { vertical: 'top' } },
  date: { numFmt: 'yyyy-mm-dd' },
  instant: { numFmt: 'yyyy-mm-dd hh:mm:ss' },
  cents: { numFmt: '#,##0.00' },
  whole: { numFmt: '#,##0' },
  qty: { numFmt: '#,##0.###' },
  rate: { numFmt: '0.00%' },
};
const BOLD = { bold: true };
const TOTALS: Partial<ExcelJS.Style> = { font: BOLD, border: { top: { style: 'thin' } } };
const HEADER_FILL: ExcelJS.Fill = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFF0F2F5' },
};

/** A workbook knows only floating numbers and UTC dates: this is where integers become what it shows. */
function valueOf(cell: Cell, kind: CellKind): string | number | Date | null {
  if (cell === null || cell === '') return null;
  if (kind === 'date' || kind === 'instant')
    return new Date(`${String(cell).replace(' ', 'T')}${kind === 'date' ? 'T00:00:00' : ''}Z`);
  if (typeof cell !== 'number') return cell;
  if (kind === 'cents') return cell / 100;
  if (kind === 'qty') return cell / 1_000;
  return kind === 'rate' ? cell / 10_000 : cell;
}

/**
 * A workbook written row by row. Text cells are typed as text, so that nothing in them is ever a formula.
 * The library does not wait for the disk: `write` does, or a large export fills the memory.
 */
export class XlsxTable implements TableWriter {
  private readonly book: ExcelJS.stream.xlsx.WorkbookWriter;
  private readonly room: number;
  private readonly stream: Writable;
  /** Rejects when the file can't be written; the library itself would wait for ever. */
  private readonly broken: Promise<never>;
  private sheet: ExcelJS.Worksheet | undefined;
  private sheets = 0;
  private used = 0;

  constructor(private readonly spec: TableSpec) {
    this.book = new ExcelJS.stream.xlsx.WorkbookWriter({
      filename: spec.file,
      useStyles: true,
      useSharedStrings: false,
      zip: { zlib: { level: 1 } },
    });
    this.room = spec.sheetRows ?? SHEET_ROWS;
    this.stream = (this.book as unknown as { stream: Writable }).stream;
    this.broken = new Promise((_resolve, reject) => this.stream.on('error', reject));
    this.broken.catch(() => undefined);
  }

  async write(rows: readonly (readonly Cell[])[]): Promise<void> {
    for (let at = 0; at < rows.length; at += CHUNK) {
      for (const row of rows.slice(at, at + CHUNK)) await this.add(row);
      await this.drained();
    }
  }

  async finish(): Promise<number> {
    const sheet = this.sheet ?? this.open();
    if (this.spec.totals) this.putTotals(sheet, this.spec.totals);
    sheet.commit();
    await Promise.race([this.book.commit(), this.broken]);
    return (await stat(this.spec.file)).size;
  }

  async abort(): Promise<void> {
    this.stream.destroy();
    await rm(this.spec.file, { force: true });
  }

  private async add(row: readonly Cell[]): Promise<void> {
    // The last row of a sheet stays free for the totals.
    if (this.sheet && this.used >= this.room - 1) {
      await this.drained();
      this.sheet.commit();
      this.sheet = undefined;
    }
    this.put(this.sheet ?? this.open(), row);
  }

  private open(): ExcelJS.Worksheet {
    const { title, notes, columns, sheetName } = this.spec;
    this.sheets += 1;
    const name =
      this.sheets === 1
        ? title
        : sheetName.replace('{title}', title).replace('{n}', String(this.sheets));
    const headerAt = notes.length + 2;
    const sheet = this.book.addWorksheet(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31), {
      views: [{ state: 'frozen', ySplit: headerAt }],
    });
    sheet.columns = columns.map(({ width }) => ({ width }));
    this.sheet = sheet;
    this.used = 0;
    this.line(sheet, [title], { font: { bold: true, size: 14 }, numFmt: '@' });
    for (const note of notes)
      this.line(sheet, [note], { font: { color: { argb: 'FF666666' } }, numFmt: '@' });
    this.line(
      sheet,
      columns.map((column) => column.title),
      { font: BOLD, fill: HEADER_FILL, numFmt: '@', border: { bottom: { style: 'thin' } } },
    );
    return sheet;
  }

  private line(
    sheet: ExcelJS.Worksheet,
    texts: readonly string[],
    style: Partial<ExcelJS.Style>,
  ): void {
    const row = sheet.addRow([...texts]);
    row.eachCell((cell) => (cell.style = style));
    row.commit();
    this.used += 1;
  }

  private put(sheet: ExcelJS.Worksheet, cells: readonly Cell[]): void {
    const row = sheet.addRow([]);
    for (const [index, { kind }] of this.spec.columns.entries()) {
      const value = valueOf(cells[index] ?? null, kind);
      if (value === null) continue;
      const cell = row.getCell(index + 1);
      cell.value = value;
      // One object per kind: the library knows it again and need not work the style out for each cell.
      cell.style = FORMATS[kind];
    }
    row.commit();
    this.used += 1;
  }

  private putTotals(sheet: ExcelJS.Worksheet, cells: readonly Cell[]): void {
    const row = sheet.addRow([]);
    for (const [index, { kind }] of this.spec.columns.entries()) {
      const value = cells[index] ?? null;
      const cell = row.getCell(index + 1);
      cell.value = typeof value === 'string' ? value : valueOf(value, kind);
      cell.style = { ...FORMATS[kind], ...TOTALS };
    }
    row.commit();
    this.used += 1;
  }

  /** Waits for the deflater behind the sheet; the library writes to it without asking. */
  private async drained(): Promise<void> {
    const { pipes = [] } =
      (this.sheet as unknown as { stream?: { pipes?: Writable[] } } | undefined)?.stream ?? {};
    for (const pipe of pipes)
      if (pipe.writableNeedDrain) await Promise.race([once(pipe, 'drain'), this.broken]);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
