import { askedOf, chosenOf, firstChoice } from './returns.rules.js';

const line = (lineNo: number, qtyMilli: number, returnedMilli = 0) => ({
  ...{ lineNo, qtyMilli, returnedMilli },
});

describe('what comes back', () => {
  it('is all that is left of the only line, and nothing of several', () => {
    expect(firstChoice([line(1, 3_000, 1_000)])).toEqual({ 1: 2_000 });
    expect(firstChoice([line(1, 1_000), line(2, 500)])).toEqual({ 1: null, 2: null });
    expect(firstChoice([line(1, 1_000, 1_000), line(2, 500)])).toEqual({ 2: 500 });
  });

  it('is asked for by line and thousandths', () => {
    const lines = [line(1, 1_000), line(2, 884), line(3, 2_000)];
    const chosen = chosenOf(lines, { 1: null, 2: 884, 3: 1_000 }, new Set([3]));
    expect(askedOf(chosen)).toBe('2:884,3:1000');
    expect(chosen[1]).toEqual({ lineNo: 3, qtyMilli: 1_000, scrap: true });
  });
});
