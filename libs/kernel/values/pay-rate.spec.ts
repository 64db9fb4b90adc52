import { isUnlikelyPayRate, readPayRate } from './pay-rate.js';

describe('a pay rate as people type it', () => {
  it.each([
    ['9.5', 9_500],
    ['95', 9_500],
    ['0.95', 9_500],
    ['9.5折', 9_500],
    ['9.5 折', 9_500],
    ['95%', 9_500],
    ['９．５', 9_500],
    ['九五折', 9_500],
    ['9', 9_000],
    ['0.9', 9_000],
    ['九折', 9_000],
    ['8.5', 8_500],
    ['88折', 8_800],
    ['8.8折', 8_800],
    ['八点八折', 8_800],
    ['87.5', 8_750],
    ['0.8875', 8_875],
    ['100', 10_000],
    ['100%', 10_000],
    ['10折', 10_000],
    ['原价', 10_000],
    ['1折', 1_000],
    ['5', 5_000],
    ['50', 5_000],
  ])('%p pays %p basis points', (text, bps) => {
    expect(readPayRate(text)).toEqual({ bps });
  });

  it.each([
    ['1', [1_000, 10_000]],
    ['1.0', [1_000, 10_000]],
    ['10', [10_000, 1_000]],
  ])('%p is asked back', (text, either) => {
    expect(readPayRate(text)).toEqual({ either });
  });

  it.each(['', '0', '9,5', '101', '100折', '-5', '打九折吧', '9.55555', '0.00001', '五'])(
    'refuses %p',
    (text) => {
      expect(readPayRate(text)).toEqual({ problem: 'not_a_rate' });
    },
  );

  it('asks again below 3 折 and where more than half changes', () => {
    expect(isUnlikelyPayRate(2_999, 3_500)).toBe(true);
    expect(isUnlikelyPayRate(3_000, 3_500)).toBe(false);
    expect(isUnlikelyPayRate(4_400, 9_000)).toBe(true);
    expect(isUnlikelyPayRate(4_500, 9_000)).toBe(false);
    expect(isUnlikelyPayRate(9_000, 4_000)).toBe(true);
    expect(isUnlikelyPayRate(9_500)).toBe(false);
  });
});
