import type { Db } from '#kernel';
import type { AccountKind } from './acts.fixtures.js';
import type { CardState, DeskModel } from './desk-model.fixtures.js';

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
  const rows = await db.query<{ kind: AccountKind; id: number; net: number; both: boolean }>(
    `SELECT a.kind, a.owner_id AS id, a.balance + a.held - a.debt AS net, a.balance > 0 AND a.debt > 0 AS both
         FROM ledger.account a JOIN unnest($1::text[], $2::bigint[]) AS o(kind, id) ON a.kind = o.kind AND a.owner_id = o.id`,
    [owners.map(({ kind }) => kind), owners.map(({ id }) => id)],
  );
  const net = (kind: AccountKind, id: number) =>
    rows.find((row) => row.kind === kind && row.id === id)?.net ?? 0;
  expect(rows.filter(({ both }) => both)).toEqual([]);
  expect(
    members.map(({ memberId, walletId }) => ({
      principal: net('principal', walletId),
      bonus: net('bonus', walletId),
      points: net('points', memberId),
    })),
  ).toEqual(model.people.map(({ principal, bonus, points }) => ({ principal, bonus, points })));
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
