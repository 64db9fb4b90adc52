import { DomainError } from './define-errors.js';

/** What PostgreSQL says about a row that points to nothing, or lacks something. */
interface ForeignKeyFailure {
  code?: string;
  table?: string;
  constraint?: string;
  column?: string;
}

/** What must be there and was sent as null. */
const NOT_NULL_VIOLATION = '23502';
const FOREIGN_KEY_VIOLATION = '23503';

const camelCase = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** `sale_line_product_id_fkey` of the table `sale_line` is about the field `productId`. */
function fieldOf({ table, constraint }: ForeignKeyFailure): string | undefined {
  if (!table || !constraint?.startsWith(`${table}_`)) return undefined;
  const column = /^(.+?)_fkey\d*$/.exec(constraint.slice(table.length + 1))?.[1];
  return column && camelCase(column);
}

/** Where a field of that name stands in what was sent: `lines.0.productId`. */
function pathsOf(sent: unknown, field: string, isNull: boolean, path = ''): string[] {
  if (typeof sent !== 'object' || sent === null) return [];
  return Object.entries(sent).flatMap(([name, value]) => {
    const here = path ? `${path}.${name}` : name;
    // `storeIds` holds several of what the column calls `store_id`.
    if (name === field || name === `${field}s`) return (value === null) === isNull ? [here] : [];
    return pathsOf(value, field, isNull, here);
  });
}

/** What a field is told whose id nothing has. */
export const UNKNOWN_REFERENCE = 'field.unknown_reference';

/** An id of the body that nothing has. */
export const unknownId = (field: string): DomainError =>
  new DomainError('request.invalid', 422, {}, [{ field, code: UNKNOWN_REFERENCE }]);

/** "Not found" is said of the address only: what the body names and nobody has is wrong input at its field. */
export const ofBody = (field: string, error: unknown): unknown =>
  error instanceof DomainError && error.status === 404 ? unknownId(field) : error;

/** As `unknownId`, where people have words of their own for what is not there: an error with status 422, at its field. */
export const atField = (field: string, { code, status, params }: DomainError): DomainError =>
  new DomainError(code, status, params, [{ field, code: UNKNOWN_REFERENCE }]);

/** Looks for what a field of the body names. Errors: those of the search, and request.invalid for "not found". */
export async function inBody<T>(field: string, found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    throw ofBody(field, error);
  }
}

/**
 * An id in the body that nothing has: refused at its field, as other wrong input. An id that the request did not name
 * is our own mistake: undefined.
 */
export function unknownReference(
  failure: ForeignKeyFailure,
  body: unknown,
): DomainError | undefined {
  const isNull = failure.code === NOT_NULL_VIOLATION;
  if (!isNull && failure.code !== FOREIGN_KEY_VIOLATION) return undefined;
  const field = isNull ? failure.column && camelCase(failure.column) : fieldOf(failure);
  const paths = field ? pathsOf(body, field, isNull) : [];
  if (paths.length === 0) return undefined;
  const code = isNull ? 'field.required' : UNKNOWN_REFERENCE;
  const errors = paths.map((path) => ({ field: path, code }));
  return new DomainError('request.invalid', 422, {}, errors);
}
