import fc from 'fast-check';

import { refundParts, splitProportional } from './rules.js';

describe('proportional spending (golden G03)', () => {
  it.each([
    [107200, 21450, 20000, 16665, 3335],
    [100000, 10000, 55000, 50000, 5000],
    [33333, 16667, 10000, 6667, 3333],
    [1, 1, 1, 1, 0],
    [1, 2, 1, 0, 1],
    [0, 5000, 1234, 0, 1234],
    [5000, 0, 1234, 1234, 0],
    [99999, 1, 50000, 50000, 0],
    [107200, 21450, 128650, 107200, 21450],
  ])(
    'from %i principal and %i bonus, %i takes %i and %i',
    (principal, bonus, spend, principalCents, bonusCents) => {
      expect(splitProportional(spend, principal, bonus)).toEqual({ principalCents, bonusCents });
    },
  );

  it('never overdraws a side and always adds up', () => {
    const cents = fc.integer({ min: 0, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(cents, cents, fc.double({ min: 0, max: 1, noNaN: true }), (p, b, share) => {
        const amount = Math.floor((p + b) * share);
        const { principalCents, bonusCents } = splitProportional(amount, p, b);
        expect(principalCents + bonusCents).toBe(amount);
        expect(principalCents).toBeGreaterThanOrEqual(0);
        expect(principalCents).toBeLessThanOrEqual(p);
        expect(bonusCents).toBeGreaterThanOrEqual(0);
        expect(bonusCents).toBeLessThanOrEqual(b);
      }),
      { numRuns: 5_000 },
    );
  });

  it('refuses an amount that is not there', () => {
    expect(() => splitProportional(101, 50, 50)).toThrow(RangeError);
    expect(splitProportional(0, 0, 0)).toEqual({ principalCents: 0, bonusCents: 0 });
  });
});

describe('a refund spread over what is left of the sale', () => {
  it('gives back golden G05 in two returns as golden G06 says', () => {
    const first = refundParts(8010, [16665, 3335, 8170]);
    expect(first).toEqual([4739, 948, 2323]);
    expect(refundParts(20160, [16665 - 4739, 3335 - 948, 8170 - 2323])).toEqual([
      11926, 2387, 5847,
    ]);
  });

  it('ends at exactly zero and is never negative, however it is cut', () => {
    const left = fc.array(fc.integer({ min: 0, max: 500_000 }), { minLength: 1, maxLength: 6 });
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(left, cuts, (components, shares) => {
        let rest = components;
        const total = () => rest.reduce((sum, part) => sum + part, 0);
        for (const share of [...shares, 1]) {
          const parts = refundParts(Math.floor(total() * share), rest);
          rest = rest.map((part, index) => part - (parts[index] ?? 0));
          expect(rest.every((part) => part >= 0)).toBe(true);
        }
        expect(total()).toBe(0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('refuses more than is left', () => {
    expect(() => refundParts(11, [5, 5])).toThrow(RangeError);
  });
});
