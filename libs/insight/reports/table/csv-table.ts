import { open, rm, type FileHandle } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import type { Cell, CellKind, TableSpec, TableWriter } from './table-writer.js';

const BOM = '\uFEFF';
// A spreadsheet takes text that starts like this for a formula, in both widths, also on a later line and after blanks.
const FORMULA_MARK = /(^|[\r\n])(?=[^\S\r\n]*[=+\-@＝＋－＠]|\t)/g;

const DECIMALS: Partial<Record<CellKind, number>> = { cents: 2, qty: 3, rate: 2 };

/** Integers become decimals by their digits: no float on the way. */
function decimal(value: number, digits: number): string {
  const text = String(Math.abs(value)).padStart(digits + 1, '0');
  return `${value < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function cellText(value: Cell, kind: CellKind): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    const digits = DECIMALS[kind];
    return digits ? decimal(value, digits) : String(value);
  }
  return value.replace(FORMULA_MARK, "$1'");
}

/** UTF-8 with a byte order mark, so that Excel reads Chinese; no title lines, so that programs read it. */
export class CsvTable implements TableWriter {
  private handle: FileHandle | undefined;
  private bytes = 0;

  constructor(private readonly spec: TableSpec) {}

  async write(rows: readonly (readonly Cell[])[]): Promise<void> {
    if (!this.handle) {
      this.handle = await open(this.spec.file, 'w');
      const titles = this.spec.columns.map(({ title }) => cellText(title, 'text'));
      await this.append(BOM + this.lines([titles]));
    }
    if (rows.length) await this.append(this.lines(rows.map((row) => this.texts(row))));
  }

  async finish(): Promise<number> {
    await this.write(this.spec.totals ? [this.spec.totals] : []);
    await this.handle?.close();
    return this.bytes;
  }

  async abort(): Promise<void> {
    await this.handle?.close();
    await rm(this.spec.file, { force: true });
  }

  private async append(text: string): Promise<void> {
    const { bytesWritten } = (await this.handle?.write(text)) ?? { bytesWritten: 0 };
    this.bytes += bytesWritten;
  }

  private texts(row: readonly Cell[]): string[] {
    return this.spec.columns.map(({ kind }, index) => cellText(row[index] ?? null, kind));
  }

  private lines(rows: readonly (readonly string[])[]): string {
    // A lone line feed in a field parts records for some readers as well: it is quoted too.
    return stringify(rows as string[][], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
  }
}
