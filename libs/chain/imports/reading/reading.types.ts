/**
 * A cell as the file holds it: text, or what a spreadsheet keeps apart from text. n: a number as decimal text;
 * d: a date 'YYYY-MM-DD', with ' HH:MM:SS' where it has a time, or 'MM-DD' where it shows no year; e: what makes it
 * unusable.
 */
export type ReadCell = string | null | { n: string } | { d: string } | { e: CellTrouble };

export type CellTrouble =
  /** An error value such as #N/A. */
  | 'error_value'
  /** A formula that was saved without its result. */
  | 'formula_without_value'
  /** A number of more than fifteen digits: the spreadsheet has already rounded it. */
  | 'digits_lost'
  /** A month or a weekday: no day. */
  | 'part_of_a_date'
  | 'too_long';

export interface ReadRow {
  /** The row of the sheet, or the line of the file, counted from 1. */
  line: number;
  cells: ReadCell[];
}

/** What the file looks like, known after its first rows. */
export interface SheetHead {
  kind: 'xlsx' | 'csv';
  sheetName: string | null;
  headerLine: number;
  /** The header's text by column; '' where there is none. */
  headers: string[];
  /** Columns whose content was thrown away while reading: passwords. */
  secretColumns: number[];
}

/** What was odd but could be read; counts. */
export interface SheetNotes {
  formulas: number;
  totalRows: number;
  exampleRows: number;
  mergedCells: number;
  otherSheets: string[];
}

/** The file can't be used. `code` has words in both languages. */
export class FileRefused extends Error {
  constructor(
    readonly code: FileRefusal,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = 'FileRefused';
  }
}

export const FILE_REFUSALS = [
  'empty',
  'file_too_large',
  'not_a_table',
  'old_excel',
  'encrypted',
  'macros',
  'binary_workbook',
  'html_table',
  'xml_table',
  'unknown_encoding',
  'broken',
  'zip_bomb',
  'too_many_rows',
  'too_many_columns',
  'too_many_texts',
  'open_quote',
  'no_rows',
  'no_header',
  'took_too_long',
  'needs_too_much_memory',
  'too_many_taken',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** Far more than a chain's members need, far less than what would hurt. */
export const LIMITS = {
  fileBytes: 30 * 1_048_576,
  /** All parts of a workbook together, unzipped. */
  unzippedBytes: 500 * 1_048_576,
  /** How many times larger a part of some size may become: XML of tables reaches about thirty. */
  ratio: 150,
  ratioFromBytes: 1_048_576,
  zipEntries: 2_000,
  rows: 200_000,
  columns: 200,
  cellChars: 1_000,
  /** Before _x000D_ and the like are undone. */
  rawChars: 8_000,
  /** The last row of a spreadsheet. */
  lines: 1_048_576,
  /** Spreadsheets have 64,000 at most. */
  styles: 70_000,
  sharedTexts: 2_000_000,
  sharedChars: 40_000_000,
  /** How long the reading thread may think about one file: some time, and more for each megabyte. */
  fileMs: 15_000,
  megabyteMs: 4_000,
  memoryMb: 224,
  /** How many rows are looked at to find the header. */
  headRows: 20,
  batchRows: 500,
} as const;
