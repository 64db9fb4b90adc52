/** How a column's values stand in a file. Rows carry plain values, so that they can go to a thread. */
export type CellKind = 'text' | 'date' | 'instant' | 'cents' | 'whole' | 'qty' | 'rate';

/** date 'YYYY-MM-DD'; instant 'YYYY-MM-DD HH:MM:SS' in the store's own time; cents, thousandths and basis points as integers. */
export type Cell = string | number | null;

export interface TableColumn {
  title: string;
  kind: CellKind;
  /** Characters. */
  width: number;
}

export interface TableSpec {
  /** Where it is written; nothing is there when writing fails. */
  file: string;
  format: 'xlsx' | 'csv';
  title: string;
  /** Lines under the title: what was asked, when it was made. */
  notes: readonly string[];
  /** '{title} {n}' for the second sheet and later ones. */
  sheetName: string;
  columns: readonly TableColumn[];
  /** The last row; null: none. */
  totals: readonly Cell[] | null;
  /** Rows of one sheet, title and totals included; less in tests. */
  sheetRows?: number;
}

/** A table on its way to a file. */
export interface TableWriter {
  /** Resolves when there is room for more. */
  write(rows: readonly (readonly Cell[])[]): Promise<void>;
  /** Ends the file. Returns its size in bytes. */
  finish(): Promise<number>;
  /** Stops and leaves no file. */
  abort(): Promise<void>;
}
