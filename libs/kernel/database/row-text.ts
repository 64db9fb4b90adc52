type Field = string | number | boolean | Date | null | undefined;

const PLAIN = /^[\w.:+-]+$/;
const MARKS = /["\\]/g;

function fieldText(value: Field): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = value instanceof Date ? value.toISOString() : String(value);
  return PLAIN.test(text) ? text : `"${text.replace(MARKS, '\\$&')}"`;
}

/**
 * Rows as the text of an array of a composite type, `columns` in the order of its definition; null for no rows.
 * The database reads it in one pass straight into typed rows: much cheaper than jsonb, which counts in numeric and looks
 * up every field by name.
 */
export function rowsText<C extends string>(
  columns: readonly C[],
  rows: readonly Partial<Record<C, unknown>>[] | undefined,
): string | null {
  if (!rows?.length) return null;
  const texts = rows.map((row) => {
    const text = `(${columns.map((column) => fieldText(row[column] as Field)).join(',')})`;
    return `"${text.replace(MARKS, '\\$&')}"`;
  });
  return `{${texts.join(',')}}`;
}
