import fc from 'fast-check';
import { planAct } from './ledger.service.js';
import { A, B, aShelf, anAccount, booksOn, facts, locked, postingsOf } from './ledger.fixtures.js';
import { House } from './house.js';
import { instalments } from './instalment.rules.js';
import {
  bonusOf,
  pointsOf,
  principalOf,
  stockOf,
  visitsOf,
  type SpendOrder,
} from './ledger.types.js';

const WALLET = 7;
const MEMBER = 8;
const principal = principalOf(WALLET);
const bonus = bonusOf(WALLET);
const points = pointsOf(MEMBER);
const visits = visitsOf(WALLET, 3);

describe('a top-up with everything it grants (golden G01)', () => {
  const state = locked(
    anAccount(1, principal),
    anAccount(2, bonus),
    anAccount(3, points),
    anAccount(4, visits),
  );
  const planned = planAct(
    state,
    facts('2026-10-20', { kind: 'top_up', cardStoreId: B, homeStoreId: 3, drawerStoreId: A }),
    (books) => {
      books.grant(principal, 1000_00, { against: House.tender('cash', A), tender: 'cash' });
      books.grant(bonus, 100_00, {
        against: House.bonusCost(A),
        expiresOn: '2027-10-20',
        gifted: true,
      });
      books.grant(points, 50, { against: House.pointsIssued(A), gifted: true });
      books.grant(visits, 1, { against: House.visitsIssued(A), gifted: true, valueCents: 0 });
    },
  );

  it('posts each side once', () => {
    expect(postingsOf(planned, state)).toEqual([
      'tender:cash@1 CNY +100000',
      'principal/balance CNY -100000',
      'bonus_cost@1 CNY +10000',
      'bonus/balance CNY -10000',
      'points_issued@1 PTS +50',
      'points/balance PTS -50',
      'visits_issued@1 V:3 +1',
      'visits/balance V:3 -1',
    ]);
  });

  it('makes a lot of each with its origin and its last day', () => {
    expect(planned.payload['new_lots']).toMatchObject([
      {
        account_id: 1,
        state: 'open',
        origin_store_id: A,
        origin_on: '2026-10-20',
        expires_on: null,
        tender: 'cash',
        granted: 1000_00,
        remaining: 1000_00,
      },
      { account_id: 2, expires_on: '2027-10-20', remaining: 100_00 },
      { account_id: 3, joined: true, remaining: 50 },
      { account_id: 4, gifted: true, value_cents: 0, remaining: 1 },
    ]);
  });

  it('carries the stores of the act apart', () => {
    expect(planned.payload['entries']).toMatchObject([
      { kind: 'top_up', store_id: A, home_store_id: 3, card_store_id: B, drawer_store_id: A },
    ]);
  });
});

describe('bonus in instalments (golden G02)', () => {
  const onDay = (day: string) => {
    const lots = instalments(100_00, 3, '2026-01-31').map(({ amount, releasesOn }) => ({
      remaining: amount,
      releasesOn,
    }));
    return booksOn(locked(anAccount(1, principal), anAccount(2, bonus, lots)), day);
  };

  it.each([
    ['2026-02-27', 0, 100_00],
    ['2026-02-28', 33_34, 66_66],
    ['2026-03-31', 66_67, 33_33],
    ['2026-04-30', 100_00, 0],
  ])('on %s has %i spendable and %i to come', (day, balance, held) => {
    expect(onDay(day).balance(bonus)).toMatchObject({ balance, held });
  });

  it('spends nothing that is not yet released', () => {
    expect(() => onDay('2026-02-27').spendWallet(WALLET, 1, 'bonus_first')).toThrow(
      'ledger.insufficient',
    );
  });

  it('voids what is spendable and what is unreleased at closing', () => {
    const books = onDay('2026-03-15');
    expect(books.voidAll(bonus, House.bonusCost(A))).toEqual({ balance: 33_34, held: 66_66 });
    expect(books.finish(null).balances).toContainEqual({
      ...bonus,
      balance: 0,
      held: 0,
      debt: 0,
      valueCents: 0,
    });
  });
});

describe('lots drawn (R2, golden G04)', () => {
  const state = locked(
    anAccount(1, principal, [
      { remaining: 1000_00, on: '2026-06-01', storeId: B },
      { remaining: 300_00, on: '2026-03-01' },
    ]),
    anAccount(2, bonus, [
      { remaining: 30_00, expiresOn: '2027-03-01' },
      { remaining: 200_00, expiresOn: '2026-12-31' },
      { remaining: 50_00, releasesOn: '2026-12-01' },
    ]),
  );

  it('draws principal oldest first, bonus earliest expiry first, and leaves the unreleased alone', () => {
    const spent = booksOn(state, '2026-11-22').spendWallet(
      WALLET,
      500_00,
      'proportional',
      House.sales(A),
    );
    expect(spent).toMatchObject({ principalCents: 424_84, bonusCents: 75_16 });
    expect(
      spent.draws.principal.map(({ lotId, amount, originStoreId }) => [
        lotId,
        amount,
        originStoreId,
      ]),
    ).toEqual([
      [101, 300_00, A],
      [100, 124_84, B],
    ]);
    expect(spent.draws.bonus.map(({ lotId, amount }) => [lotId, amount])).toEqual([[201, 75_16]]);
  });
});

describe('expiry', () => {
  const state = () =>
    locked(
      anAccount(1, principal, [{ remaining: 100_00 }]),
      anAccount(2, bonus, [{ remaining: 90_00, expiresOn: '2026-06-30', storeId: B }]),
    );

  it('keeps the last valid day', () => {
    expect(booksOn(state(), '2026-06-30').balance(bonus).balance).toBe(90_00);
  });

  it('takes away the day after, for the store that granted, in an entry of its own', () => {
    const books = booksOn(state(), '2026-07-01');
    expect(books.balance(bonus).balance).toBe(0);
    const planned = books.finish(null);
    expect(planned.payload['entries']).toMatchObject([{ kind: 'expiry' }, { kind: 'sale' }]);
    expect(postingsOf(planned, state())).toEqual([
      'bonus/balance CNY +9000',
      'bonus_expired@2 CNY -9000',
    ]);
  });

  it('never spends it, whatever the nightly job did', () => {
    expect(() =>
      booksOn(state(), '2026-07-01').spendWallet(WALLET, 100_01, 'proportional'),
    ).toThrow('ledger.insufficient');
  });
});

describe('debt', () => {
  it('is repaid first by any credit of its kind (golden G08)', () => {
    const state = locked(anAccount(3, points, [], 240));
    const gift = planAct(state, facts('2026-05-01'), (books) =>
      books.grant(points, 50, { against: House.pointsIssued(A), gifted: true }),
    );
    expect(gift.result).toEqual({ repaid: 50 });
    expect(gift.balances).toEqual([{ ...points, balance: 0, held: 0, debt: 190, valueCents: 0 }]);
    const sale = planAct(locked(anAccount(3, points, [], 190)), facts('2026-05-02'), (books) =>
      books.grant(points, 300, { against: House.pointsIssued(A) }),
    );
    expect(sale.balances).toEqual([{ ...points, balance: 110, held: 0, debt: 0, valueCents: 0 }]);
    expect(sale.payload['new_lots']).toMatchObject([{ granted: 300, remaining: 110 }]);
  });

  it('is repaid by a locked credit on the day it is released', () => {
    const state = locked(anAccount(2, bonus, [{ remaining: 50, releasesOn: '2026-05-01' }], 20));
    expect(booksOn(state, '2026-04-30').balance(bonus)).toMatchObject({
      balance: 0,
      held: 50,
      debt: 20,
    });
    expect(booksOn(state, '2026-05-01').balance(bonus)).toMatchObject({
      balance: 30,
      held: 0,
      debt: 0,
    });
  });
});

describe('stock (golden G24)', () => {
  const shelf = stockOf(A, 9);
  it('keeps quantity and value, never a rounded average', () => {
    const books = booksOn(locked(aShelf(5, shelf)), '2026-05-01');
    books.stockIn(A, 9, 10_000, 33_30, House.stockOpening(A));
    books.stockIn(A, 9, 7_000, 24_50, House.stockOpening(A));
    expect(books.stockOut(A, 9, 5_000)).toBe(17_00);
    books.stockIn(A, 9, 3_000, 12_00, House.stockOpening(A));
    books.stockIn(A, 9, 2_000, 6_80, House.costOfSales(A));
    expect(books.balance(shelf)).toMatchObject({ balance: 17_000, valueCents: 59_60 });
    expect(books.finish(null).payload['accounts']).toBe(1);
  });

  it('refuses to go below zero unless asked', () => {
    const books = booksOn(locked(aShelf(5, shelf, 1_000, 3_00)), '2026-05-01');
    expect(() => books.stockOut(A, 9, 1_001)).toThrow('ledger.stock_short');
    expect(books.stockOut(A, 9, 3_000, { allowNegative: true })).toBe(9_00);
    expect(books.balance(shelf)).toMatchObject({ balance: -2_000, valueCents: -6_00 });
    books.stockIn(A, 9, 2_000, 7_00, House.stockOpening(A));
    expect(books.balance(shelf)).toMatchObject({ balance: 0, valueCents: 0 });
    expect(books.finish(null).payload['negative']).toEqual([5]);
  });
});

describe('any plan', () => {
  const lot = fc.record({
    remaining: fc.integer({ min: 1, max: 500 }),
    expiresOn: fc.constantFrom(undefined, '2026-04-01', '2026-06-01', '2027-01-01'),
    on: fc.constantFrom('2026-01-01', '2026-02-01'),
  });
  const order = fc.constantFrom<SpendOrder>('proportional', 'bonus_first', 'principal_first');

  it('conserves value: what leaves the lots is what the entry moves, and nothing goes below zero', () => {
    fc.assert(
      fc.property(
        fc.array(lot, { maxLength: 5 }),
        fc.array(lot, { maxLength: 5 }),
        fc.nat(3000),
        fc.nat(400),
        order,
        (mine, gifts, spend, top, how) => {
          const state = locked(
            anAccount(
              1,
              principal,
              mine.map((seed) => ({ ...seed, expiresOn: undefined })),
            ),
            anAccount(2, bonus, gifts),
          );
          const books = booksOn(state, '2026-05-05');
          const available = books.balance(principal).balance + books.balance(bonus).balance;
          if (spend > available) {
            expect(() => books.spendWallet(WALLET, spend, how)).toThrow('ledger.insufficient');
            return;
          }
          books.spendWallet(WALLET, spend, how, House.sales(A));
          books.grant(principal, top, { against: House.tender('cash', A) });
          const left = books
            .lots(principal)
            .concat(books.lots(bonus))
            .reduce((sum, { remaining }) => sum + remaining, 0);
          expect(left).toBe(available - spend + top);
          const planned = books.finish(null);
          for (const { balance, held, debt } of planned.balances) {
            expect(Math.min(balance, held, debt)).toBeGreaterThanOrEqual(0);
            expect(balance > 0 && debt > 0).toBe(false);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('refuses an entry that does not balance', () => {
    const books = booksOn(locked(anAccount(1, principal, [{ remaining: 10 }])), '2026-05-05');
    books.house(House.sales(A), -5);
    expect(() => books.finish(null)).toThrow('does not balance');
  });
});
