import fc from 'fast-check';
import { instalments } from './instalment.rules.js';
import { drawOrder, shareOfValue, splitSpend } from './spend.rules.js';

const cents = (yuan: string) => Math.round(Number(yuan) * 100);

describe('proportional spending (R1, golden G03)', () => {
  it.each([
    ['1072.00', '214.50', '200.00', '166.65', '33.35'],
    ['1000.00', '100.00', '550.00', '500.00', '50.00'],
    ['333.33', '166.67', '100.00', '66.67', '33.33'],
    ['0.01', '0.01', '0.01', '0.01', '0.00'],
    ['0.01', '0.02', '0.01', '0.00', '0.01'],
    ['0.00', '50.00', '12.34', '0.00', '12.34'],
    ['50.00', '0.00', '12.34', '12.34', '0.00'],
    ['999.99', '0.01', '500.00', '500.00', '0.00'],
    ['1072.00', '214.50', '1286.50', '1072.00', '214.50'],
  ])('of %s + %s spends %s as %s + %s', (principal, bonus, spend, fromPrincipal, fromBonus) => {
    expect(splitSpend(cents(spend), cents(principal), cents(bonus), 'proportional')).toEqual({
      principal: cents(fromPrincipal),
      bonus: cents(fromBonus),
    });
  });

  const balance = fc.integer({ min: 0, max: 900_000_000_000 });
  it('never exceeds either side and always adds up, in every order', () => {
    fc.assert(
      fc.property(
        balance,
        balance,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('proportional', 'bonus_first', 'principal_first'),
        (principal, bonus, share, order) => {
          const amount = Math.floor((principal + bonus) * share);
          const split = splitSpend(amount, principal, bonus, order);
          expect(split).not.toBeNull();
          if (!split) return;
          expect(split.principal + split.bonus).toBe(amount);
          expect(split.principal).toBeGreaterThanOrEqual(0);
          expect(split.bonus).toBeGreaterThanOrEqual(0);
          expect(split.principal).toBeLessThanOrEqual(principal);
          expect(split.bonus).toBeLessThanOrEqual(bonus);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('spends down to exactly zero in single cents', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        (principal, bonus) => {
          let [p, b] = [principal, bonus];
          while (p + b > 0) {
            const split = splitSpend(1, p, b, 'proportional');
            p -= split?.principal ?? NaN;
            b -= split?.bonus ?? NaN;
          }
          expect([p, b]).toEqual([0, 0]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('refuses what both sides together do not cover', () => {
    expect(splitSpend(101, 60, 40, 'proportional')).toBeNull();
  });
});

describe('spend orders', () => {
  it('takes bonus first', () =>
    expect(splitSpend(300, 1000, 200, 'bonus_first')).toEqual({ principal: 100, bonus: 200 }));
  it('takes principal first', () =>
    expect(splitSpend(1100, 1000, 200, 'principal_first')).toEqual({
      principal: 1000,
      bonus: 100,
    }));
});

describe('bonus in instalments (golden G02)', () => {
  it('keeps the anchor day over short months and gives odd cents to the earlier ones', () => {
    expect(instalments(100_00, 3, '2026-01-31')).toEqual([
      { amount: 33_34, releasesOn: '2026-02-28' },
      { amount: 33_33, releasesOn: '2026-03-31' },
      { amount: 33_33, releasesOn: '2026-04-30' },
    ]);
  });
});

describe('the order in which lots are drawn (R2)', () => {
  const lot = (id: number | null, originOn: string, expiresOn: string | null = null) => ({
    id,
    originOn,
    expiresOn,
  });
  const drawn = (kind: string, ...lots: ReturnType<typeof lot>[]) =>
    lots.sort(drawOrder(kind)).map(({ id }) => id);

  it('takes the oldest top-up first, whatever was written first', () => {
    // A top-up that moved in from another wallet is older than its number says.
    const lots = [lot(7, '2026-03-01'), lot(9, '2026-01-01'), lot(null, '2026-03-01')];
    expect(drawn('principal', ...lots)).toEqual([9, 7, null]);
  });
  it('takes what expires first, then the oldest, and what never expires last', () => {
    const lots = [
      lot(1, '2026-01-01'),
      lot(2, '2026-03-01', '2026-12-31'),
      lot(3, '2026-02-01', '2026-12-31'),
      lot(4, '2026-04-01', '2026-06-30'),
    ];
    expect(drawn('bonus', ...lots)).toEqual([4, 3, 2, 1]);
    expect(drawn('principal', ...lots)).toEqual([1, 3, 2, 4]);
  });
});

describe('stock cost (R11, golden G24)', () => {
  it('takes the value of what leaves, and all of it with the last piece', () => {
    expect(shareOfValue(5_000, 17_000, 57_80)).toBe(17_00);
    expect([
      shareOfValue(1_000, 3_000, 10_00),
      shareOfValue(1_000, 2_000, 6_67),
      shareOfValue(1_000, 1_000, 3_33),
    ]).toEqual([3_33, 3_34, 3_33]);
  });
  it('is exact where the product leaves the safe range of numbers', () => {
    expect(shareOfValue(3_333_333_333, 9_999_999_999, 8_999_999_999_999)).toBe(3_000_000_000_000);
  });
});
