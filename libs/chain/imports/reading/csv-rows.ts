import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { textCell } from './cell-text.js';
import { FileRefused, LIMITS, type ReadCell, type ReadRow } from './reading.types.js';

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

async function isAll(file: string, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(file))
      decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** A byte order mark decides; without one what is valid UTF-8 is UTF-8, and the rest what Chinese Windows writes. */
export async function encodingOf(file: string): Promise<Encoding> {
  const handle = await open(file);
  const { buffer: head } = await handle
    .read(Buffer.alloc(3), 0, 3, 0)
    .finally(() => handle.close());
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (await isAll(file, 'utf-8')) return 'utf-8';
  if (await isAll(file, 'gb18030')) return 'gb18030';
  throw new FileRefused('unknown_encoding');
}

const DELIMITERS = [',', '\t', ';', '，'] as const;

/** The sign that parts the first line most often, outside quotes. */
export function delimiterOf(start: string): string {
  const line = start.replace(/"[^"]*"/g, '').split(/\r?\n/, 1)[0] ?? '';
  const count = (sign: string) => line.split(sign).length - 1;
  return [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

/** Text that a spreadsheet was kept from reading as a number: ="0123". */
function bare(text: string): string {
  const isFormula = text.length >= 3 && text.startsWith('="') && text.endsWith('"');
  return isFormula ? text.slice(2, -1) : text;
}

/**
 * Parts text into records. A record may go on over several lines; `line` is where it began. A quote has a meaning only
 * as the first sign of a field, as in Excel; elsewhere it is a plain sign (19"). A quote that is never closed, or that
 * closes before the end of its field, has swallowed other members' lines: then nothing of the file can be trusted.
 */
class CsvParser {
  rows: ReadRow[] = [];
  private cells: ReadCell[] = [];
  private field = '';
  private quoted = false;
  private afterQuote = false;
  private line = 1;
  private begunAt = 1;
  private quoteBegunAt = 1;
  private lastWasReturn = false;

  constructor(private readonly delimiter: string) {}

  write(text: string): void {
    for (const sign of text) this.take(sign);
  }

  end(): void {
    if (this.quoted) this.refuseQuote();
    if (this.field !== '' || this.cells.length > 0) this.endRow();
  }

  private take(sign: string): void {
    const followsReturn = this.lastWasReturn;
    this.lastWasReturn = sign === '\r';
    if (sign === '\n' && followsReturn) return;
    if (sign === '\n' || sign === '\r') this.line += 1;
    if (this.quoted) {
      if (sign === '"') {
        this.quoted = false;
        this.afterQuote = true;
      } else this.add(sign);
      return;
    }
    if (sign === '"' && this.afterQuote) {
      this.add('"');
      this.quoted = true;
      this.afterQuote = false;
    } else if (sign === '"' && this.field === '') {
      this.quoted = true;
      this.quoteBegunAt = this.line;
    } else if (sign === this.delimiter) this.endField();
    else if (sign === '\n' || sign === '\r') this.endRow();
    else if (!this.afterQuote) this.add(sign);
    else if (sign.trim() !== '') this.refuseQuote();
  }

  private refuseQuote(): never {
    throw new FileRefused('open_quote', { line: this.quoteBegunAt });
  }

  private add(sign: string): void {
    // One sign past the limit tells that it is too long; the rest would only fill the memory.
    if (this.field.length <= LIMITS.cellChars) this.field += sign;
  }

  private endField(): void {
    const cell = textCell(bare(this.field.trim()));
    this.field = '';
    this.afterQuote = false;
    if (cell !== null && this.cells.length >= LIMITS.columns)
      throw new FileRefused('too_many_columns', { limit: LIMITS.columns });
    if (this.cells.length < LIMITS.columns) this.cells.push(cell);
  }

  private endRow(): void {
    this.endField();
    if (this.cells.some((cell) => cell !== null))
      this.rows.push({ line: this.begunAt, cells: this.cells });
    this.cells = [];
    this.begunAt = this.line;
  }
}

/** Rows with anything in them, some at a time. Throws FileRefused. */
export async function* csvRows(file: string): AsyncGenerator<ReadRow[]> {
  const decoder = new TextDecoder(await encodingOf(file));
  let parser: CsvParser | undefined;
  const rowsIn = (text: string): ReadRow[] => {
    parser ??= new CsvParser(delimiterOf(text));
    parser.write(text);
    const { rows } = parser;
    parser.rows = [];
    return rows;
  };
  for await (const chunk of createReadStream(file))
    yield rowsIn(decoder.decode(chunk as Buffer, { stream: true }));
  yield rowsIn(decoder.decode());
  parser?.end();
  yield parser?.rows ?? [];
}
