import { randomUUID } from 'node:crypto';
import { type TestAnswer, testApp, type TestBrowser } from '#workshop/testing';
import { anActiveCard } from '../../../../libs/membership/cards/cards.fixtures.js';
import {
  aMember,
  type FixtureMember,
} from '../../../../libs/membership/members/members.fixtures.js';
import { toppedUp } from '../../../../libs/value/wallets/wallets.fixtures.js';
import { aCounter, approval, identity } from './counter.fixtures.js';

// Different acts on the same thing at two tills at once, whichever comes first.
const api = await testApp();
const { db, org } = api;
const { manager: here, serviceId } = await aCounter(api);
const there = api.as('head');
beforeAll(() => there.sitAt(org.binjiangTillId));

const ALL = 100_00;
const byManager = { ...approval, login: 'manager' };
const key = () => ({ key: randomUUID() });

interface Saver extends FixtureMember {
  topUpId: number;
  cardNo: string;
}

async function aSaver(): Promise<Saver> {
  const member = await aMember(db);
  const { topUpId } = await toppedUp(db, member, { principalCents: ALL, storeId: org.renminId });
  const { cardNo } = await anActiveCard(db, member);
  return { ...member, topUpId, cardNo };
}

type Desk = (till: TestBrowser, saver: Saver) => Promise<TestAnswer>;

/** Acts that take all there is. */
const taking: Record<string, Desk> = {
  'a sale': (till, { cardNo }) =>
    till.post(
      '/api/v1/sales',
      {
        cardNo,
        lines: [{ productId: serviceId, qtyMilli: ALL * 1_000, unitPriceCents: 1 }],
        tenders: [{ tender: 'wallet', amountCents: ALL }],
        dueCents: ALL,
      },
      key(),
    ),
  'a withdrawal': (till, { memberId }) =>
    till.post(
      `/api/v1/members/${memberId}/withdrawals`,
      { amountCents: ALL, tender: 'cash' },
      key(),
    ),
  'a transfer': async (till, { memberId }) => {
    const { memberId: toMemberId } = await aMember(db);
    const body = { toMemberId, amountCents: ALL };
    return till.post(`/api/v1/members/${memberId}/transfers`, body, key());
  },
  'an adjustment': (till, { memberId }) =>
    till.post(
      `/api/v1/members/${memberId}/wallet-adjustments`,
      { kind: 'principal', amountCents: -ALL, reason: '错' },
      key(),
    ),
  'the closing of the card': (till, { cardNo }) =>
    till.post(
      `/api/v1/cards/${cardNo}/closing`,
      {
        tender: 'cash',
        approval: { ...approval, login: till === there ? 'manager' : 'head' },
        settlement: {
          ...{ basis: 'principal', amountCents: ALL, tender: 'cash' },
          ...{ giftPoints: 'leave', points: 'keep' },
        },
      },
      key(),
    ),
};
const mergedInto = (till: TestBrowser, survivor: FixtureMember, merged: FixtureMember) =>
  till.post(
    `/api/v1/members/${survivor.memberId}/merge`,
    { mergedMemberId: merged.memberId },
    key(),
  );

async function standing({ memberId, walletId }: FixtureMember) {
  const { net } = await db.one<{ net: number }>(
    `SELECT coalesce(sum(balance - debt), 0)::bigint AS net FROM ledger.account
      WHERE kind IN ('principal', 'bonus') AND owner_id = $1`,
    [walletId],
  );
  const cards = await db.query<{ status: string }>('SELECT status FROM card WHERE member_id = $1', [
    memberId,
  ]);
  return { net, cards: cards.map(({ status }) => status).sort() };
}

const names = Object.keys(taking);
const pairs = names.flatMap((one, index) =>
  names.slice(index).map((other): [string, string] => [one, other]),
);

describe('all that a wallet has, taken at two tills at once', () => {
  it.each(pairs)('by %s and by %s: exactly one takes it', async (one, other) => {
    const saver = await aSaver();
    const answers = await Promise.all([taking[one]?.(here, saver), taking[other]?.(there, saver)]);
    const told = answers.map((answer) => answer?.body.code ?? answer?.status);
    expect({ told, won: answers.filter((answer) => answer?.status === 201).length }).toEqual({
      told,
      won: 1,
    });
    expect((await standing(saver)).net).toBe(0);
  });

  it.each(names)('by %s, and its top-up undone: what is spent is owed', async (one) => {
    const saver = await aSaver();
    const reverse = `/api/v1/top-ups/${saver.topUpId}/reversal`;
    const [taken, undone] = await Promise.all([
      taking[one]?.(here, saver),
      there.post(reverse, { reason: '误' }, key()),
    ]);
    expect(undone.status).toBe(201);
    expect((await standing(saver)).net).toBe(taken?.status === 201 ? -ALL : 0);
  });

  it.each(names)('by %s, and merged away: it is taken or with the survivor', async (one) => {
    const [saver, survivor] = [await aSaver(), await aMember(db)];
    const [taken, merged] = await Promise.all([
      taking[one]?.(here, saver),
      mergedInto(there, survivor, saver),
    ]);
    expect(merged.status).toBe(201);
    expect((await standing(saver)).net).toBe(0);
    // A card leads to the survivor: whoever comes second still pays with it.
    expect((await standing(survivor)).net).toBe(taken?.status === 201 ? 0 : ALL);
  });
});

describe('one card at two tills at once', () => {
  const acts: Record<string, (till: TestBrowser, cardNo: string) => Promise<TestAnswer>> = {
    lost: (till, cardNo) => till.post(`/api/v1/cards/${cardNo}/lost`, {}, key()),
    replaced: (till, cardNo) =>
      till.post(
        `/api/v1/cards/${cardNo}/replacement`,
        // Whoever stands at one till agrees at the other.
        { feeCents: 0, identity, approval: till === there ? byManager : approval },
        key(),
      ),
  };

  it('is lost and spent: afterwards nobody spends with it', async () => {
    const saver = await aSaver();
    const [sold, lost] = await Promise.all([
      taking['a sale']?.(here, saver),
      acts['lost']?.(there, saver.cardNo),
    ]);
    expect(lost?.status).toBe(200);
    expect([undefined, 'card.lost']).toContain(sold?.body.code);
    expect(await standing(saver)).toEqual({ net: sold?.status === 201 ? 0 : ALL, cards: ['lost'] });
    expect((await taking['a sale']?.(here, saver))?.body.code).toBe('card.lost');
  });

  it('is replaced at both: one new card', async () => {
    const saver = await aSaver();
    const answers = await Promise.all([
      acts['replaced']?.(here, saver.cardNo),
      acts['replaced']?.(there, saver.cardNo),
    ]);
    expect(answers.map((answer) => answer?.status).sort()).toEqual([201, 409]);
    expect((await standing(saver)).cards).toEqual(['active', 'replaced']);
  });

  it('is closed and replaced: one of both', async () => {
    const saver = await aSaver();
    const [closed, replaced] = await Promise.all([
      taking['the closing of the card']?.(here, saver),
      acts['replaced']?.(there, saver.cardNo),
    ]);
    expect([closed?.status, replaced?.status].sort()).toEqual([201, 409]);
    expect(await standing(saver)).toEqual(
      closed?.status === 201
        ? { net: 0, cards: ['closed'] }
        : { net: ALL, cards: ['active', 'replaced'] },
    );
  });
});

it('a chain of merges at once ends with one member who has everything', async () => {
  const savers = [await aSaver(), await aSaver(), await aSaver()] as const;
  const [a, b, c] = savers;
  const answers = await Promise.all([
    mergedInto(here, a, b),
    mergedInto(there, b, c),
    mergedInto(here, c, a),
  ]);
  const done = answers.filter(({ status }) => status === 201).length;
  expect(done).toBeGreaterThan(0);
  const left = await db.query<{ id: number }>(
    "SELECT id FROM member WHERE id = ANY ($1) AND status = 'active'",
    [savers.map(({ memberId }) => memberId)],
  );
  expect(left).toHaveLength(3 - done);
  const nets = await Promise.all(savers.map(async (saver) => (await standing(saver)).net));
  expect(nets.reduce((sum, net) => sum + net, 0)).toBe(3 * ALL);
});
