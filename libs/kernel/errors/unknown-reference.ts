import { DomainError } from './define-errors.js';

/** What PostgreSQL says about a row that points to nothing. */
interface ForeignKeyFailure {
  code?: string;
  table?: string;
  constraint?: string;
}

const FOREIGN_KEY_VIOLATION = '23503';

const camelCase = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** `sale_line_product_id_fkey` of the table `sale_line` is about the field `productId`. */
function fieldOf({ table, constraint }: ForeignKeyFailure): string | undefined {
  if (!table || !constraint?.startsWith(`${table}_`)) return undefined;
  const column = /^(.+?)_fkey\d*$/.exec(constraint.slice(table.length + 1))?.[1];
  return column && camelCase(column);
}

/** Where a field of that name, with a value, stands in what was sent: `lines.0.productId`. */
function pathsOf(sent: unknown, field: string, path = ''): string[] {
  if (typeof sent !== 'object' || sent === null) return [];
  return Object.entries(sent).flatMap(([name, value]) => {
    const here = path ? `${path}.${name}` : name;
    // `storeIds` holds several of what the column calls `store_id`.
    if (name === field || name === `${field}s`) return value === null ? [] : [here];
    return pathsOf(value, field, here);
  });
}

/**
 * An id in the body that nothing has: refused at its field, as other wrong input. An id that the request did not name
 * is our own mistake: undefined.
 */
export function unknownReference(
  failure: ForeignKeyFailure,
  body: unknown,
): DomainError | undefined {
  if (failure.code !== FOREIGN_KEY_VIOLATION) return undefined;
  const field = fieldOf(failure);
  const paths = field ? pathsOf(body, field) : [];
  if (paths.length === 0) return undefined;
  const errors = paths.map((path) => ({ field: path, code: 'field.unknown_reference' }));
  return new DomainError('request.invalid', 422, {}, errors);
}
