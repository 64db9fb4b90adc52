import { type MergeOfMembers, Outbox, memberPart, takeTurns, type Tx } from '#kernel';
import { cardQueue } from './cards.repository.js';
import { tellOwner } from './family-notices.js';

/** Cards of these members and on these wallets: sales with them wait or are over. */
const OF_EITHER =
  'SELECT id, card_no AS "cardNo" FROM card WHERE member_id = ANY ($1::bigint[]) OR wallet_id = ANY ($2::bigint[]) ORDER BY id';

/** Somebody's card on somebody else's wallet, after one of the two records ended. */
interface MovedFamilyCard {
  cardId: number;
  ownerId: number;
  /** The wallet is another one than before. */
  isRebound: boolean;
}

export const CARDS_OF_MEMBERS = memberPart('cards', {
  columns: {
    'card.member_id': 'moves',
    'card.wallet_id': 'moves',
    'card_charge.member_id': 'stays',
  },
  locks: [
    {
      kind: 'card',
      async take(tx, { memberIds, walletIds }) {
        const owners = [memberIds, walletIds];
        const known = await tx.query<{ cardNo: string }>(OF_EITHER, owners);
        await takeTurns(
          tx,
          known.map(({ cardNo }) => cardQueue(cardNo)),
        );
        const cards = await tx.query<{ id: number }>(`${OF_EITHER} FOR NO KEY UPDATE`, owners);
        tx.locked(
          'card',
          cards.map(({ id }) => id),
        );
      },
    },
  ],
  async merge(tx, merge) {
    const outbox = new Outbox();
    for (const { isRebound, ...told } of await moved(tx, merge))
      await tellOwner(outbox, tx, merge.actor, { ...told, event: isRebound ? 'bound' : 'limit' });
  },
});

/**
 * Cards change hands as they are: a lost one stays lost. What an owner allowed a family card was said by one record to
 * another. It ends with either of them: from then on the owner's PIN is asked at every payment. Returns the family cards
 * in use with the owners who are to be told.
 */
async function moved(tx: Tx, { from, to }: MergeOfMembers): Promise<MovedFamilyCard[]> {
  const own = await tx.query<{ id: number }>(
    'UPDATE card SET member_id = $2 WHERE member_id = $1 RETURNING id',
    [from.memberId, to.memberId],
  );
  // Family members' cards on the wallet that ends go on with the other wallet.
  const rebound = await tx.query<{ id: number }>(
    'UPDATE card SET wallet_id = $2 WHERE wallet_id = $1 RETURNING id',
    [from.walletId, to.walletId],
  );
  const ids = [...own, ...rebound].map(({ id }) => id);
  await tx.query('UPDATE card SET day_limit_cents = NULL WHERE id = ANY ($1::bigint[])', [ids]);
  return tx.query<MovedFamilyCard>(
    `SELECT c.id AS "cardId", w.member_id AS "ownerId", c.wallet_id = $2 AS "isRebound" FROM card c JOIN wallet w ON w.id = c.wallet_id
      WHERE c.id = ANY ($1::bigint[]) AND w.member_id <> c.member_id AND c.status IN ('active', 'lost') ORDER BY c.id`,
    [ids, to.walletId],
  );
}
