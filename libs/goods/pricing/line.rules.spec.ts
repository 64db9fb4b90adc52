import fc from 'fast-check';

import { lineListCents, lineNetCents, returnLineNetCents } from './rules.js';

describe('a line rounds once, half up, on price × quantity × pay rate (golden G17)', () => {
  it('charges 52.67 for three at 19.95 with 8.8 折, not 52.68', () => {
    expect(lineNetCents({ unitPriceCents: 1995, qtyMilli: 3000, payRateBps: 8800 })).toBe(5267);
    expect(lineListCents({ unitPriceCents: 1995, qtyMilli: 3000 })).toBe(5985);
  });

  it('returns those three one by one as 17.56, 17.56 and 17.55', () => {
    const refunds: number[] = [];
    let leftNetCents = 5267;
    for (let leftQtyMilli = 3000; leftQtyMilli > 0; leftQtyMilli -= 1000) {
      const refund = returnLineNetCents({ leftNetCents, leftQtyMilli, returnQtyMilli: 1000 });
      refunds.push(refund);
      leftNetCents -= refund;
    }
    expect(refunds).toEqual([1756, 1756, 1755]);
    expect(leftNetCents).toBe(0);
  });

  it('charges 49.15 for 1.235 kg at 39.80, and 46.70 with 9.5 折', () => {
    const weighed = { unitPriceCents: 3980, qtyMilli: 1235 };
    expect(lineNetCents({ ...weighed, payRateBps: 10_000 })).toBe(4915);
    expect(lineListCents(weighed)).toBe(4915);
    expect(lineNetCents({ ...weighed, payRateBps: 9500 })).toBe(4670);
  });

  it('reads the pay rate as what is paid, never as what is taken off', () => {
    expect(lineNetCents({ unitPriceCents: 1995, qtyMilli: 3000, payRateBps: 8800 })).not.toBe(718);
  });
});

describe('a line, whatever it is', () => {
  const line = fc.record({
    unitPriceCents: fc.integer({ min: 0, max: 100_000_000 }),
    qtyMilli: fc.integer({ min: 1, max: 1_000_000_000 }),
    payRateBps: fc.integer({ min: 1, max: 10_000 }),
  });

  it('is never dearer than its list price and within half a cent of the exact amount', () => {
    fc.assert(
      fc.property(line, (each) => {
        const net = lineNetCents(each);
        expect(net).toBeLessThanOrEqual(lineListCents(each));
        const exact =
          BigInt(each.unitPriceCents) * BigInt(each.qtyMilli) * BigInt(each.payRateBps) * 2n;
        const off = BigInt(net) * 20_000_000n - exact;
        expect(off > -10_000_000n && off <= 10_000_000n).toBe(true);
      }),
    );
  });

  it('gives back exactly what it cost, however it is returned', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 10_000_000 }), (returns, netCents) => {
        let leftQtyMilli = returns.reduce((sum, part) => sum + part, 0);
        let leftNetCents = netCents;
        for (const returnQtyMilli of returns) {
          const back = returnLineNetCents({ leftNetCents, leftQtyMilli, returnQtyMilli });
          expect(back).toBeGreaterThanOrEqual(0);
          leftNetCents -= back;
          leftQtyMilli -= returnQtyMilli;
        }
        expect(leftNetCents).toBe(0);
      }),
    );
  });

  it('refuses to return more than is left, or nothing', () => {
    const left = { leftNetCents: 100, leftQtyMilli: 1000 };
    expect(() => returnLineNetCents({ ...left, returnQtyMilli: 1001 })).toThrow(RangeError);
    expect(() => returnLineNetCents({ ...left, returnQtyMilli: 0 })).toThrow(RangeError);
  });
});
