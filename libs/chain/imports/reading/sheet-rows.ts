import type { Readable } from 'node:stream';
import { serialCell, textCell } from './cell-text.js';
import {
  FileRefused,
  LIMITS,
  type ReadCell,
  type ReadRow,
  type SheetNotes,
} from './reading.types.js';
import { unescaped, type Workbook } from './workbook.js';
import { attributeOf, xmlPieces } from './xml.js';

const ALPHABET = 26;

/** 'C12' is column 2. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > ALPHABET) break;
    column = column * ALPHABET + value;
  }
  return column - 1;
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  isFormula: boolean;
  value: string;
  inline: string;
}

/** The rows of one sheet, as they come out of its XML. */
class SheetParser {
  rows: ReadRow[] = [];
  private row: ReadRow | null = null;
  private lastLine = 0;
  private cell: OpenCell | null = null;
  private reading: 'value' | 'inline' | null = null;
  private phonetic = false;

  constructor(
    private readonly book: Workbook,
    private readonly notes: SheetNotes,
  ) {}

  open = (name: string, attributes: Record<string, string>): void => {
    if (name === 'row') {
      const line = Number(attributeOf(attributes, 'r') ?? this.lastLine + 1);
      if (!Number.isInteger(line) || line <= this.lastLine || line > LIMITS.lines)
        throw new FileRefused('broken');
      this.row = { line, cells: [] };
      this.lastLine = line;
    } else if (name === 'c' && this.row) {
      const reference = attributeOf(attributes, 'r');
      this.cell = {
        column: reference ? columnOf(reference) : this.row.cells.length,
        type: attributeOf(attributes, 't') ?? 'n',
        style: Number(attributeOf(attributes, 's') ?? 0),
        isFormula: false,
        value: '',
        inline: '',
      };
    } else if (name === 'f' && this.cell) this.cell.isFormula = true;
    else if (name === 'rPh') this.phonetic = true;
    else if (name === 'v') this.reading = 'value';
    else if (name === 't' && !this.phonetic) this.reading = 'inline';
    else if (name === 'mergeCell') this.notes.mergedCells += 1;
  };

  text = (piece: string): void => {
    // What is longer than a cell may be is not kept: it would only fill the memory.
    const { cell, reading } = this;
    if (cell && reading && cell[reading].length <= LIMITS.rawChars) cell[reading] += piece;
  };

  close = (name: string): void => {
    if (name === 'v' || name === 't') this.reading = null;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'c') this.endCell();
    else if (name === 'row') {
      if (this.row?.cells.some((cell) => cell !== null)) this.rows.push(this.row);
      this.row = null;
    }
  };

  private endCell(): void {
    const { cell, row } = this;
    this.cell = null;
    if (!cell || !row) return;
    const value = this.valueOf(cell);
    if (value === null) return;
    if (cell.column >= LIMITS.columns)
      throw new FileRefused('too_many_columns', { limit: LIMITS.columns });
    if (cell.column < 0) throw new FileRefused('broken');
    while (row.cells.length < cell.column) row.cells.push(null);
    row.cells[cell.column] = value;
  }

  private valueOf({ type, style, isFormula, value, inline }: OpenCell): ReadCell {
    if (isFormula) {
      this.notes.formulas += 1;
      if (value === '' && type !== 'str') return { e: 'formula_without_value' };
    }
    switch (type) {
      case 's':
        return this.book.sharedTexts[Number(value)] ?? null;
      case 'inlineStr':
        return textCell(unescaped(inline));
      case 'str':
        return textCell(unescaped(value));
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      case 'e':
        return { e: 'error_value' };
      case 'd':
        return /^\d{4}-\d\d-\d\d/.test(value) ? { d: value.slice(0, 10) } : textCell(value);
      default:
        if (value === '') return null;
        return serialCell(value, this.book.dateStyles[style], this.book.date1904);
    }
  }
}

/** Rows with anything in them, some at a time. Throws FileRefused. */
export async function* sheetRows(
  stream: Readable,
  book: Workbook,
  notes: SheetNotes,
): AsyncGenerator<ReadRow[]> {
  const parser = new SheetParser(book, notes);
  const pieces = xmlPieces(stream, parser);
  while (!(await pieces.next()).done) {
    if (parser.rows.length === 0) continue;
    yield parser.rows;
    parser.rows = [];
  }
}
