import type { ObjectLiteral } from 'typeorm';
import type { Tx } from '../database/sql.js';
import { atField } from '../errors/unknown-reference.js';
import type { DomainError } from '../errors/define-errors.js';
import { foldName } from '../values/folding.js';

const compared = (name: string): string => foldName(name).normalize('NFKC').toLowerCase();

/**
 * Refuses the name of a record that was just written where another of its kind has it, however it is typed: in full width, in
 * capitals. Those who name one at once check one after another. A name that stood before stays.
 */
export async function assertNameFree<E extends ObjectLiteral & { id: number }>(
  tx: Tx,
  entity: new () => E,
  field: keyof E & string,
  { after, before }: { after: E; before?: Pick<E, keyof E> | Omit<E, 'id'> },
  taken: () => DomainError,
): Promise<void> {
  const named = compared(String(after[field]));
  if (before && compared(String((before as E)[field])) === named) return;
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('name ' || $1, 0))", [entity.name]);
  const others = await tx.manager.find(entity);
  const isTaken = others.some(
    (other) => other.id !== after.id && compared(String(other[field])) === named,
  );
  if (isTaken) throw atField(field, taken());
}
