import { headerKey, isSecretHeader } from '../column-mapping.rules.js';
import type { ReadCell, ReadRow } from './reading.types.js';

export interface TableHead {
  /** Where the header ends among the rows looked at. */
  index: number;
  line: number;
  headers: string[];
  secretColumns: number[];
}

const textOf = (cell: ReadCell | undefined): string =>
  typeof cell === 'string' ? cell : cell && 'n' in cell ? cell.n : '';

/**
 * Finds the header among the first rows: titles and notes may stand above it, and it may have two storeys
 * (余额 over 本金 and 赠送, merged). Without a name that is known (in the form of headerKey): the first row with two texts.
 */
export function findHead(
  rows: readonly ReadRow[],
  known: ReadonlySet<string>,
): TableHead | undefined {
  const isKnownHeader = (header: string): boolean => known.has(headerKey(header));
  const knownIn = (row: ReadRow): number =>
    new Set(row.cells.map(textOf).filter(isKnownHeader).map(headerKey)).size;
  const scores = rows.map(knownIn);
  const best = Math.max(0, ...scores);
  const at =
    best >= 2
      ? scores.indexOf(best)
      : rows.findIndex(({ cells }) => cells.filter((cell) => textOf(cell) !== '').length >= 2);
  const main = rows[at];
  if (!main) return undefined;
  const below = rows[at + 1];
  const filled = below?.cells.map(textOf).filter((text) => text !== '') ?? [];
  const hasSecondStorey =
    below?.line === main.line + 1 && filled.length > 0 && filled.every(isKnownHeader);
  const second = hasSecondStorey ? below : undefined;
  // What is merged over two rows stands in the upper one only.
  const above = rows[at - 1]?.line === main.line - 1 ? rows[at - 1] : undefined;
  const width = Math.max(main.cells.length, second?.cells.length ?? 0, above?.cells.length ?? 0);
  const headers = Array.from({ length: width }, (_, column) => {
    const own = textOf(second?.cells[column]) || textOf(main.cells[column]);
    if (own) return own;
    const upper = textOf(above?.cells[column]);
    return isKnownHeader(upper) ? upper : '';
  });
  return {
    index: second ? at + 1 : at,
    line: (second ?? main).line,
    headers,
    secretColumns: headers.flatMap((header, column) => (isSecretHeader(header) ? [column] : [])),
  };
}

const TOTALS = /^(合\s*计|总\s*计|小\s*计|汇\s*总|total|sum)[:：]?$/i;
/** How the template's example begins, in both languages. */
export const EXAMPLE_MARKS = ['示例行', 'Example row'];

/** Rows that are no member: the sums under the table, the template's example. */
export function rowPurpose(cells: readonly ReadCell[]): 'member' | 'total' | 'example' {
  const first = cells.find((cell) => cell !== null);
  if (typeof first === 'string' && TOTALS.test(first)) return 'total';
  const isExample = cells.some(
    (cell) => typeof cell === 'string' && EXAMPLE_MARKS.some((mark) => cell.startsWith(mark)),
  );
  return isExample ? 'example' : 'member';
}
