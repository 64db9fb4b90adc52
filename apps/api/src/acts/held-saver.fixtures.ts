import { randomUUID } from 'node:crypto';
import { House, Ledger, pointsOf } from '#ledger';
import type { TestAnswer } from '#workshop/testing';
import { anActiveCard } from '../../../../libs/membership/cards/cards.fixtures.js';
import {
  aMember,
  type FixtureMember,
} from '../../../../libs/membership/members/members.fixtures.js';
import { toppedUp } from '../../../../libs/value/wallets/wallets.fixtures.js';
import { approval, type Counter, onDay } from './counter.fixtures.js';
import { FIRST_DAY } from './desk-model.fixtures.js';

/** A bonus by instalments. */
export const INSTALMENTS = [
  { amountCents: 10_00, releasesOn: null, expiresOn: null },
  { amountCents: 10_34, releasesOn: '2026-12-22', expiresOn: null },
  { amountCents: 10_33, releasesOn: '2027-01-22', expiresOn: null },
  { amountCents: 10_33, releasesOn: '2027-02-22', expiresOn: null },
];
/** What can be spent, and what is held: principal, bonus, points. */
export const FULL = { spendable: [100_00, 10_00, 50], held: [0, 31_00, 30] };
export const NOTHING = { spendable: [0, 0, 0], held: [0, 0, 0] };

export interface Saver extends FixtureMember {
  topUpId: number;
  cardNo: string;
  other: FixtureMember;
}

export const HALF = { spendable: [50_00, 5_00, 50], held: [0, 15_50, 30] };

/** Somebody with all of that, and somebody beside them with nothing. */
export async function aSaver(counter: Counter): Promise<Saver> {
  const { db, org } = counter.api;
  await onDay(counter, FIRST_DAY);
  const member = await aMember(db);
  const terms = { principalCents: 100_00, bonusLots: INSTALMENTS, points: 50 };
  const { topUpId } = await toppedUp(db, member, {
    ...terms,
    storeId: org.renminId,
    businessDate: FIRST_DAY,
  });
  const account = pointsOf(member.memberId);
  const act = {
    kind: 'bonus_grant',
    businessDate: FIRST_DAY,
    at: new Date(),
    storeId: org.renminId,
    staffId: null,
  };
  const locked = {
    against: House.pointsIssued(org.renminId),
    terms: 'gift',
    releasesOn: '2026-12-22',
  };
  await db.write((tx) =>
    new Ledger().act(tx, { ...act, accounts: [account] }, (books) =>
      books.grant(account, 30, locked),
    ),
  );
  const { cardNo } = await anActiveCard(db, member);
  return { ...member, topUpId, cardNo, other: await aMember(db) };
}

export async function standing(
  { api: { db } }: Counter,
  { memberId, walletId }: FixtureMember,
): Promise<typeof FULL> {
  const rows = await db.query<{ kind: string; balance: number; held: number; debt: number }>(
    `SELECT kind, balance, held, debt FROM ledger.account
      WHERE kind IN ('principal', 'bonus') AND owner_id = $1 OR kind = 'points' AND owner_id = $2`,
    [walletId, memberId],
  );
  const of = (kind: string) =>
    rows.find((row) => row.kind === kind) ?? { balance: 0, held: 0, debt: 0 };
  const kinds = ['principal', 'bonus', 'points'].map(of);
  return {
    spendable: kinds.map(({ balance, debt }) => balance - debt),
    held: kinds.map(({ held }) => held),
  };
}

export async function done(answer: Promise<TestAnswer>): Promise<TestAnswer> {
  const { status, text } = await answer;
  expect({ text, status: status < 300 }).toMatchObject({ status: true });
  return answer;
}
export const settlement = {
  basis: 'principal',
  amountCents: 100_00,
  tender: 'cash',
  giftPoints: 'leave',
  reason: '退',
};
/** What is asked for at the counter. */
export function asking({ manager, serviceId }: Counter) {
  const ask = (path: string, body: object): Promise<TestAnswer> =>
    manager.post(`/api/v1${path}`, body, { key: randomUUID() });
  const sale = ({ cardNo }: Saver, cents: number) =>
    ask('/sales', {
      cardNo,
      lines: [{ productId: serviceId, qtyMilli: cents * 1_000, unitPriceCents: 1 }],
      tenders: [{ tender: 'wallet', amountCents: cents }],
      dueCents: cents,
    });
  const withdrawal = ({ memberId }: Saver) =>
    ask(`/members/${memberId}/withdrawals`, { amountCents: 50_00, tender: 'cash', approval });
  const transfer = ({ memberId, other }: Saver) =>
    ask(`/members/${memberId}/transfers`, {
      toMemberId: other.memberId,
      amountCents: 50_00,
      approval,
    });
  const refund = ({ memberId }: Saver, points: string) =>
    ask(`/members/${memberId}/wallet-refunds`, { ...settlement, points, approval });

  return { ask, sale, withdrawal, transfer, refund };
}
