import fc from 'fast-check';
import { largestRemainder, mulDivFloor, mulDivRoundHalfUp } from './integer-math.js';

describe('rounding', () => {
  it('rounds half up, also where the product leaves the safe range', () => {
    expect(mulDivRoundHalfUp(1, 1, 2)).toBe(1);
    expect(mulDivRoundHalfUp(200_00, 1072_00, 1286_50)).toBe(166_65);
    expect(mulDivRoundHalfUp(9_000_000_000_000, 9_000_000_000_000, 9_000_000_000_000)).toBe(
      9_000_000_000_000,
    );
  });

  it('floors towards minus infinity', () => {
    expect(mulDivFloor(7, 1, 2)).toBe(3);
    expect(mulDivFloor(-7, 1, 2)).toBe(-4);
  });
});

describe('largest remainder', () => {
  it('spreads the bonus of golden G05 over its lines', () => {
    expect(largestRemainder(33_35, [50_40, 80_10, 151_20])).toEqual([5_97, 9_48, 17_90]);
  });

  it('gives ties to the earlier', () => {
    expect(largestRemainder(100_00, [1, 1, 1])).toEqual([33_34, 33_33, 33_33]);
  });

  it('always adds up and never strays a whole unit from the exact share', () => {
    fc.assert(
      fc.property(
        fc.nat(1e9),
        fc.array(fc.nat(1e9), { minLength: 1, maxLength: 20 }),
        (total, weights) => {
          const sum = weights.reduce((a, b) => a + b, 0);
          const parts = largestRemainder(total, weights);
          if (sum === 0) return parts.every((part) => part === 0);
          return (
            parts.reduce((a, b) => a + b, 0) === total &&
            parts.every((part, i) => Math.abs(part - (total * (weights[i] ?? 0)) / sum) < 1 + 1e-6)
          );
        },
      ),
    );
  });
});
