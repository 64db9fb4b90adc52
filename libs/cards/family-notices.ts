import { type Actor, Outbox, type Tx } from '#kernel';

/** What the owner of a wallet is told of somebody else's card on it. */
export const FAMILY_EVENTS = ['bound', 'limit', 'lost', 'unfrozen', 'replaced', 'unbound'] as const;
export type FamilyEvent = (typeof FAMILY_EVENTS)[number];

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
