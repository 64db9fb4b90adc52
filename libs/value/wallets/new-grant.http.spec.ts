import { randomUUID } from 'node:crypto';
import { defineGrant, grantKinds } from '#chain/grants';
import { FixedClock, OneOf, Whole } from '#kernel';
import { House, Ledger, verifyBooks, visitsOf } from '#ledger';
import { STAFF_PIN, testApp } from '#workshop/testing';
import { aMember } from '../../membership/members/members.fixtures.js';
import { aGift, registered } from './wallets.fixtures.js';

// What docs/architecture.md promises of a grant: one declaration, and rule, top-up, slip, reversal and books know it.
const clock = new FixedClock(new Date('2026-11-01T03:00:00Z'));
const { as, db, org } = await testApp({ clock });
const [cashier, manager, head] = [as('cashier'), as('manager'), as('head')];
const key = () => ({ key: randomUUID() });
const SERVICE = 77;

class WashInput {
  @OneOf(['wash']) kind!: 'wash';
  @Whole({ min: 0, max: 100 }) times!: number;
}
/** Free washes: visits of a service, kept in an account of the wallet. */
const wash = defineGrant<WashInput, null>({
  kind: 'wash',
  words: { 'zh-CN': '洗车', en: 'Washes' },
  order: 30,
  input: WashInput,
  figure: 'times',
  mostFor: (payCents) => payCents / 50_00,
  mostAtOnce: 1_000,
  storedValue: false,
  rules: () => Promise.resolve(null),
  account: ({ walletId }) => visitsOf(walletId, SERVICE),
  give(books, { amount }, { to, storeId }) {
    books.grant(visitsOf(to.walletId, SERVICE), amount, {
      gifted: true,
      against: House.adjustment(storeId),
    });
    return { repaidCents: 0 };
  },
  rows: null,
  message: (times) => `赠送洗车${times}次`,
});

class CouponInput {
  @OneOf(['coupon']) kind!: 'coupon';
  @Whole({ min: 0, max: 100 }) pieces!: number;
}
/** Coupons: kept in no account, but in rows of their own (here in memory). */
const coupons = new Map<number, { pieces: number; memberId: number }>();
const coupon = defineGrant<CouponInput, null>({
  kind: 'coupon',
  words: { 'zh-CN': '券', en: 'Coupons' },
  order: 40,
  input: CouponInput,
  figure: 'pieces',
  mostFor: () => 10,
  mostAtOnce: 100,
  storedValue: false,
  rules: () => Promise.resolve(null),
  account: () => null,
  give: () => ({ repaidCents: 0 }),
  rows: {
    give(_tx, { amount }, { entryId, to }) {
      coupons.set(entryId, { pieces: amount, memberId: to.memberId });
      return Promise.resolve();
    },
    unused: (_sql, entryId) => Promise.resolve(coupons.get(entryId)?.pieces ?? 0),
    takeBack(_tx, given) {
      const left = coupons.get(given)?.pieces ?? 0;
      coupons.delete(given);
      return Promise.resolve(left);
    },
  },
  message: (pieces) => `赠送券${pieces}张`,
});

beforeAll(() => grantKinds(wash, coupon)());

const rule = async (gives: object[]) => {
  const terms = { name: '充 100', startsOn: '2026-11-01', payCents: 100_00, perMultiple: true };
  return head.post('/api/v1/top-up-rules', { ...terms, gives: [...aGift(5_00), ...gives] }, key());
};
const pay = async (amountCents: number) => {
  const member = await aMember(db);
  await registered(db, member.memberId);
  const path = `/api/v1/members/${member.memberId}/top-ups`;
  const { body } = await cashier.post(path, { amountCents, tender: 'cash' }, key());
  const { entryId } = await db.one<{ entryId: number }>(
    'SELECT entry_id AS "entryId" FROM top_up WHERE id = $1',
    [body.topUpId],
  );
  return { ...member, ...body, entryId };
};
const reverse = (topUpId: number, body: object = {}) =>
  manager.post(`/api/v1/top-ups/${topUpId}/reversal`, { reason: '录错', ...body }, key());
const washesOf = async (walletId: number) => {
  const [{ balance, debt } = { balance: 0, debt: 0 }] = await new Ledger().balances(
    db,
    [visitsOf(walletId, SERVICE)],
    '2026-11-01',
  );
  return { balance, debt };
};
const found = async () =>
  (await verifyBooks(db)).findings.filter(({ check }) => check.startsWith('document.top_up'));

afterEach(() => db.query('UPDATE top_up_rule SET active = false'));

it('is set in a rule, seen at the till, given, on the slip, and taken back as debt where it is used', async () => {
  const saved = await rule([{ kind: 'wash', times: 2 }]);
  expect(saved.status).toBe(201);
  const paid = await pay(300_00);
  const gave = [
    { kind: 'bonus', amount: 15_00 },
    { kind: 'wash', amount: 6 },
  ];
  expect(paid).toMatchObject({ bonusCents: 15_00, gave });
  const query = { memberId: String(paid.memberId) };
  const [offer] = (await cashier.get('/api/v1/top-up-offers', { query })).body;
  expect(offer.gives).toContainEqual({ kind: 'wash', times: 2 });
  expect((await cashier.get(`/api/v1/top-ups/${paid.topUpId}`)).body).toMatchObject({ gave });
  expect(await washesOf(paid.walletId)).toEqual({ balance: 6, debt: 0 });

  const { memberId, walletId } = paid;
  const facts = { businessDate: '2026-11-01', at: clock.now(), storeId: org.renminId, staffId: 1 };
  const accounts = [visitsOf(walletId, SERVICE)];
  await db.write((tx) =>
    new Ledger().act(tx, { ...facts, kind: 'spend', memberId, accounts }, (books) =>
      books.take(visitsOf(walletId, SERVICE), 4, House.adjustment(org.renminId)),
    ),
  );
  expect((await reverse(paid.topUpId)).body).toMatchObject({
    bonusCents: 15_00,
    took: [{ kind: 'wash', amount: 6, owed: 4 }],
  });
  expect(await washesOf(walletId)).toEqual({ balance: 0, debt: 4 });
  expect(await found()).toEqual([]);
});

it('that is kept in rows goes back where it is not used; what is used needs a second person', async () => {
  await rule([{ kind: 'coupon', pieces: 3 }]);
  const whole = await pay(100_00);
  expect(coupons.get(whole.entryId)).toEqual({ pieces: 3, memberId: whole.memberId });
  expect((await reverse(whole.topUpId)).body.took).toEqual([
    { kind: 'coupon', amount: 3, owed: 0 },
  ]);
  expect(coupons.has(whole.entryId)).toBe(false);

  const used = await pay(100_00);
  coupons.set(used.entryId, { pieces: 1, memberId: used.memberId });
  const alone = await reverse(used.topUpId);
  expect(alone).toMatchObject({
    status: 409,
    body: { code: 'approval.required', params: { facts: { usedGifts: '券 2' } } },
  });
  expect(coupons.has(used.entryId)).toBe(true);
  const agreed = await reverse(used.topUpId, { approval: { login: 'head', pin: STAFF_PIN } });
  expect(agreed.body.took).toEqual([{ kind: 'coupon', amount: 1, owed: 2 }]);
  expect(await found()).toEqual([]);
});

it('is refused by its own field where more is given than anybody gives on purpose', async () => {
  for (const [times, code] of [
    [3, 'top_up_rule.gives_too_much'],
    [-1, 'request.invalid'],
  ] as const)
    expect((await rule([{ kind: 'wash', times }])).body).toMatchObject({
      code,
      errors: [{ field: 'gives.2.times' }],
    });
});

it('is found by the books where the document says something else than the entry', async () => {
  await rule([{ kind: 'wash', times: 2 }]);
  const { topUpId } = await pay(100_00);
  const damaged = (amount: number) =>
    db.query(
      `UPDATE top_up SET gave = jsonb_set(gave, '{0,amount}', to_jsonb($2::int)) WHERE id = $1`,
      [topUpId, amount],
    );
  await damaged(3);
  expect((await found()).map(({ check }) => check)).toEqual(['document.top_up_gave']);
  await damaged(2);
});
