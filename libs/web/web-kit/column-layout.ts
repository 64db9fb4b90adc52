import type { ColumnLayout } from './list-store.js';
import type { Column } from './list.types.js';

export const MIN_WIDTH = 48;
export const MAX_WIDTH = 1_200;

/** The columns a list brings, in its own order. */
export function standardLayout<Row>(columns: readonly Column<Row>[]): ColumnLayout[] {
  return columns.filter(({ hidden }) => !hidden).map(({ id }) => ({ id }));
}

/** What is known of a stored layout, each column once; the standard where nothing is left of it. */
export function knownLayout<Row>(
  stored: readonly ColumnLayout[],
  columns: readonly Column<Row>[],
): ColumnLayout[] {
  const known = new Set(columns.map(({ id }) => id));
  const layout = stored.filter(({ id }) => known.delete(id));
  return layout.length ? layout : standardLayout(columns);
}

/** Moves a column by so many places; at an end it stays. */
export function moved(layout: readonly ColumnLayout[], id: string, by: number): ColumnLayout[] {
  const from = layout.findIndex((column) => column.id === id);
  const to = Math.min(layout.length - 1, Math.max(0, from + by));
  const next = [...layout];
  const [column] = next.splice(from, 1);
  if (from < 0 || !column) return [...layout];
  next.splice(to, 0, column);
  return next;
}

/** Shows a column at the end, or hides it; the last one stays. */
export function toggled(layout: readonly ColumnLayout[], id: string): ColumnLayout[] {
  const rest = layout.filter((column) => column.id !== id);
  if (rest.length === layout.length) return [...layout, { id }];
  return rest.length ? rest : [...layout];
}

/** A width within bounds; null: as wide as the content. */
export function resized(
  layout: readonly ColumnLayout[],
  id: string,
  width: number | null,
): ColumnLayout[] {
  const bounded =
    width === null ? {} : { width: Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width))) };
  return layout.map((column) => (column.id === id ? { id, ...bounded } : column));
}

/** The same columns in the same order and width. */
export function sameLayout(one: readonly ColumnLayout[], other: readonly ColumnLayout[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ id, width }, at) => other[at]?.id === id && (other[at]?.width ?? 0) === (width ?? 0),
    )
  );
}
