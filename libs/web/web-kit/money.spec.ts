import { readCents } from '#kernel/rules';
import { formatMoney, formatNumber, formatQuantity, formatRate } from './money.js';

describe('money on the screen', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [128650, '1,286.50'],
    [-128650, '−1,286.50'],
    [100_000_000_000, '1,000,000,000.00'],
  ])('writes %p cents as %p', (cents, text) => {
    expect(formatMoney(cents)).toBe(text);
  });

  it('writes a plus only where it is asked for', () => {
    expect(formatMoney(100, { sign: 'always' })).toBe('+1.00');
    expect(formatMoney(0, { sign: 'always' })).toBe('0.00');
    expect(formatNumber(-248, { sign: 'always' })).toBe('−248');
  });

  it('reads back what it wrote', () => {
    for (let cents = -2500; cents <= 2500; cents += 7) {
      expect(readCents(formatMoney(cents))).toEqual({ value: cents });
    }
  });
});

describe('quantities and rates', () => {
  it('writes thousandths without idle zeros', () => {
    expect(formatQuantity(2000)).toBe('2');
    expect(formatQuantity(1250)).toBe('1.25');
    expect(formatQuantity(-884)).toBe('−0.884');
  });

  it('writes basis points as percent', () => {
    expect(formatRate(9000)).toBe('90%');
    expect(formatRate(8850)).toBe('88.5%');
  });
});
