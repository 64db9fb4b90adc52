import fc from 'fast-check';

import { pointsOf, quoteSale, type SaleLine, splitProportional } from './rules.js';

const line = (unitPriceCents: number, qtyMilli = 1000): SaleLine => ({
  unitPriceCents,
  qtyMilli,
  discountable: true,
  pointsFactorBps: 10_000,
});
const LATTE = line(2800, 2000);
const SHAMPOO = line(8900);
const SCALP_CARE = line(16800);

describe('a sale paid from wallet and cash, complete (golden G05)', () => {
  const quote = quoteSale({
    lines: [LATTE, SHAMPOO, SCALP_CARE],
    payRateBps: 9000,
    rounding: 'none',
  });

  it('prices 313.00 of goods at 9 折 as 281.70', () => {
    expect(quote.lines.map((each) => each.listCents)).toEqual([5600, 8900, 16800]);
    expect(quote.lines.map((each) => each.netCents)).toEqual([5040, 8010, 15120]);
    expect(quote).toMatchObject({
      listCents: 31300,
      discountCents: 3130,
      roundingCents: 0,
      dueCents: 28170,
    });
  });

  it('pays 200.00 from the wallet as 166.65 principal and 33.35 bonus, and earns 248 points', () => {
    const wallet = splitProportional(20000, 107200, 21450);
    expect(wallet).toEqual({ principalCents: 16665, bonusCents: 3335 });
    const earned = pointsOf({
      lines: quote.lines,
      ...wallet,
      receivedCents: 8170,
      pointsPerYuanBps: 10_000,
      bonusEarns: false,
    });
    expect(earned.lines.map((each) => each.bonusPartCents)).toEqual([597, 948, 1790]);
    expect(earned.lines.map((each) => each.eligibleCents)).toEqual([4443, 7062, 13330]);
    expect(earned.points).toBe(248);
  });

  it('earns on the bonus too where the chain has set it so', () => {
    const earned = pointsOf({
      lines: quote.lines,
      principalCents: 16665,
      bonusCents: 3335,
      receivedCents: 8170,
      pointsPerYuanBps: 10_000,
      bonusEarns: true,
    });
    expect(earned.points).toBe(281);
  });

  it('refuses a payment that is not what the lines cost', () => {
    expect(() =>
      pointsOf({
        lines: quote.lines,
        principalCents: 16665,
        bonusCents: 3335,
        receivedCents: 8171,
        pointsPerYuanBps: 10_000,
        bonusEarns: false,
      }),
    ).toThrow(RangeError);
  });
});

describe('level discount and rounding off', () => {
  it('leaves a line alone that takes no discount', () => {
    const quote = quoteSale({
      lines: [line(9990), { ...line(6000), discountable: false }],
      payRateBps: 9000,
      rounding: 'down_jiao',
    });
    expect(quote.lines.map((each) => each.payRateBps)).toEqual([9000, 10_000]);
    expect(quote).toMatchObject({
      listCents: 15990,
      dueCents: 14990,
      discountCents: 1000,
      roundingCents: 1,
    });
  });

  it('multiplies points by the level and the product, floored once', () => {
    const netCents = 999;
    const earned = pointsOf({
      lines: [
        { netCents, pointsFactorBps: 20_000 },
        { netCents, pointsFactorBps: 0 },
        { netCents, pointsFactorBps: 10_000 },
      ],
      principalCents: 0,
      bonusCents: 0,
      receivedCents: 3 * netCents,
      pointsPerYuanBps: 15_000,
      bonusEarns: false,
    });
    expect(earned.points).toBe(44);
  });

  const anyLine = fc.record({
    qtyMilli: fc.integer({ min: 1, max: 99_000 }),
    unitPriceCents: fc.integer({ min: 0, max: 5_000_000 }),
    discountable: fc.boolean(),
    pointsFactorBps: fc.integer({ min: 0, max: 50_000 }),
  });
  const anySale = fc.record({
    lines: fc.array(anyLine, { maxLength: 20 }),
    payRateBps: fc.integer({ min: 1, max: 10_000 }),
    rounding: fc.constantFrom('none' as const, 'down_jiao' as const),
  });

  it('always adds up: lines to due, list less discount to due', () => {
    fc.assert(
      fc.property(anySale, (sale) => {
        const quote = quoteSale(sale);
        const nets = quote.lines.reduce((sum, each) => sum + each.netCents, 0);
        expect(nets).toBe(quote.dueCents);
        expect(quote.listCents - quote.discountCents).toBe(quote.dueCents);
        expect(quote.lines.every((each) => each.netCents >= 0)).toBe(true);
        if (sale.rounding === 'down_jiao') expect(quote.dueCents % 10).toBe(0);
      }),
    );
  });

  it('spreads the bonus over the lines without exceeding any of them', () => {
    fc.assert(
      fc.property(anySale, fc.double({ min: 0, max: 1, noNaN: true }), (sale, share) => {
        const { lines, dueCents } = quoteSale(sale);
        const bonusCents = Math.floor(dueCents * share);
        const earned = pointsOf({
          lines,
          principalCents: dueCents - bonusCents,
          bonusCents,
          receivedCents: 0,
          pointsPerYuanBps: 10_000,
          bonusEarns: false,
        });
        expect(earned.lines.reduce((sum, each) => sum + each.bonusPartCents, 0)).toBe(bonusCents);
        expect(earned.lines.every((each) => each.eligibleCents >= 0)).toBe(true);
      }),
    );
  });
});
