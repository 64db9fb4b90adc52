import fc from 'fast-check';
import {
  mostPoints,
  pointsFor,
  pointsPayProblem,
  type PointsPayRule,
  pointsWorth,
  worthOf,
} from './points-pay.rules.js';

const rule: PointsPayRule = { on: true, pointsPerYuan: 100, step: 100, maxPercent: 50 };

describe('points as money', () => {
  it('are worth whole cents; what is left of a cent pays nothing', () => {
    expect(worthOf(2_000, rule)).toBe(20_00);
    expect(worthOf(100, { ...rule, pointsPerYuan: 30 })).toBe(3_33);
    expect(worthOf(1, { ...rule, pointsPerYuan: 200 })).toBe(0);
  });

  it.each([
    ['the share of the sale', { dueCents: 60_00, openCents: 60_00, balance: 9_999 }, 3_000],
    ['what is open', { dueCents: 60_00, openCents: 12_34, balance: 9_999 }, 1_200],
    ['the balance', { dueCents: 60_00, openCents: 60_00, balance: 250 }, 200],
    ['less than a step', { dueCents: 1_99, openCents: 1_99, balance: 9_999 }, 0],
    ['more money than is due', { dueCents: 60_00, openCents: -1, balance: 9_999 }, 0],
  ])('pay at most what %s allows', (_what, sale, points) => {
    expect(mostPoints(sale, rule)).toBe(points);
    expect(mostPoints(sale, { ...rule, on: false })).toBe(0);
  });

  it('the most that may pay is never refused', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.nat(100_000),
        fc.record({
          on: fc.constant(true),
          pointsPerYuan: fc.integer({ min: 1, max: 5_000 }),
          step: fc.integer({ min: 1, max: 500 }),
          maxPercent: fc.integer({ min: 1, max: 100 }),
        }),
        (dueCents, balance, any) => {
          const points = mostPoints({ dueCents, openCents: dueCents, balance }, any);
          const paid = { points, amountCents: worthOf(points, any) };
          expect(pointsPayProblem(paid, { dueCents, benefitsRest: false }, any)).toBeUndefined();
          expect(points).toBeLessThanOrEqual(balance);
          // The till counts back from the amount to the points: never more, and worth the same.
          const counted = pointsWorth(paid.amountCents, any);
          expect(counted).toBeLessThanOrEqual(points);
          expect(worthOf(counted, any)).toBe(paid.amountCents);
          expect(pointsFor(paid.amountCents, balance, any)).toBeLessThanOrEqual(points);
        },
      ),
    );
  });

  it.each([
    ['off', { points: 100, amountCents: 1_00 }, { on: false }, false],
    ['rests', { points: 100, amountCents: 1_00 }, {}, true],
    ['missing', { points: null, amountCents: 1_00 }, {}, false],
    ['step', { points: 150, amountCents: 1_50 }, {}, false],
    ['worth', { points: 100, amountCents: 2_00 }, {}, false],
    ['share', { points: 3_100, amountCents: 31_00 }, {}, false],
  ] as const)('are refused: %s', (why, paid, changed, benefitsRest) => {
    const sale = { dueCents: 60_00, benefitsRest };
    expect(pointsPayProblem(paid, sale, { ...rule, ...changed })).toMatchObject({ why });
  });
});
