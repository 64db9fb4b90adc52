import { type Actor, Outbox, type Tx } from '#kernel';
import type { FamilyEvent } from './payer.rules.js';

/** The message goes out after the act, from the store where it happened. */
export function tellOwner(
  outbox: Outbox,
  tx: Tx,
  actor: Pick<Actor, 'till' | 'homeStoreId'>,
  told: { cardId: number; ownerId: number; event: FamilyEvent },
): Promise<void> {
  const storeId = actor.till?.storeId ?? actor.homeStoreId;
  return outbox.add(tx, { topic: 'card.family', payload: { ...told, storeId } });
}
