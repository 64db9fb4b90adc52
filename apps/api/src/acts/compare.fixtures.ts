import type { Db } from '#kernel';
import type { AccountKind } from './acts.fixtures.js';
import type { CardState, DeskModel } from './desk-model.fixtures.js';

interface Standing {
  kind: AccountKind;
  id: number;
  net: number;
  held: number;
  both: boolean;
}

/** What the books say of these members and cards is what the model says. */
export async function compareBooks(
  db: Db,
  model: DeskModel,
  members: readonly { memberId: number; walletId: number }[],
  cardNos: readonly string[],
): Promise<void> {
  const owners = members.flatMap(({ memberId, walletId }) => [
    { kind: 'principal', id: walletId },
    { kind: 'bonus', id: walletId },
    { kind: 'points', id: memberId },
  ]);
  // What is due by now counts as released: the next act releases it before it does anything else.
  const rows = await db.query<Standing>(
    `SELECT a.kind, a.owner_id AS id, a.balance + a.held - a.debt - l.held AS net, l.held, a.balance > 0 AND a.debt > 0 AS both
         FROM ledger.account a JOIN unnest($1::text[], $2::bigint[]) AS o(kind, id) ON a.kind = o.kind AND a.owner_id = o.id
        CROSS JOIN LATERAL (SELECT coalesce(sum(remaining), 0)::bigint AS held FROM ledger.lot
                             WHERE account_id = a.id AND state = 'held' AND releases_on > $3) l`,
    [owners.map(({ kind }) => kind), owners.map(({ id }) => id), model.today],
  );
  const standing = (kind: AccountKind, id: number) => {
    const row = rows.find((other) => other.kind === kind && other.id === id);
    return [row?.net ?? 0, row?.held ?? 0];
  };
  expect(rows.filter(({ both }) => both)).toEqual([]);
  expect(
    members.map(({ memberId, walletId }) => ({
      principal: standing('principal', walletId),
      bonus: standing('bonus', walletId),
      points: standing('points', memberId),
    })),
  ).toEqual(
    model.people.map((person, who) => {
      const held = (kind: AccountKind) =>
        person.mergedInto === null ? model.heldOf(who, kind) : 0;
      return {
        principal: [person.principal, 0],
        bonus: [person.bonus, held('bonus')],
        points: [person.points, held('points')],
      };
    }),
  );
  const cards = await db.query<{ cardNo: string; status: CardState; memberId: number }>(
    'SELECT card_no AS "cardNo", status, member_id AS "memberId" FROM card WHERE card_no = ANY ($1)',
    [cardNos],
  );
  const shown = cards.map(({ cardNo, status, memberId }) => `${cardNo} ${status} ${memberId}`);
  const expected = model.cards.map(
    ({ who, status }, index) => `${cardNos[index]} ${status} ${members[who]?.memberId}`,
  );
  expect(shown.sort()).toEqual(expected.sort());
}
