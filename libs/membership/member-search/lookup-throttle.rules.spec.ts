import { type Misses, secondsToWait } from '#membership/members';
import { isSameTyping, limitOf, mayBeGoods, mayBeGuess } from './lookup-throttle.rules.js';

const NOW = new Date('2026-11-22T10:00:30Z');
const LIMITS = { staff: limitOf(30), till: limitOf(60), chain: limitOf(600) };
const misses = (change: Partial<Misses>): Misses => ({
  scope: 'staff',
  minuteFrom: NOW.getTime() - 30_000,
  minuteMisses: 1,
  hourFrom: NOW.getTime() - 600_000,
  hourMisses: 1,
  ...change,
});

describe('how long somebody waits who found nobody too often', () => {
  it.each([
    ['not at all below the limit', misses({ minuteMisses: 29, hourMisses: 179 }), 0],
    ['until the minute is over', misses({ minuteMisses: 30 }), 30],
    ['until the hour is over', misses({ minuteMisses: 30, hourMisses: 180 }), 3_000],
    ['not after it', misses({ minuteMisses: 99, minuteFrom: NOW.getTime() - 60_000 }), 0],
    ['longer at a till that several work at', misses({ scope: 'till', minuteMisses: 59 }), 0],
    [
      'for all, when all together tried too much',
      misses({ scope: 'chain', minuteMisses: 600 }),
      30,
    ],
  ])('%s', (_name, counted, seconds) => {
    expect(secondsToWait([misses({}), counted], LIMITS, NOW)).toBe(seconds);
  });

  it('nobody who missed nothing', () => expect(secondsToWait([], LIMITS, NOW)).toBe(0));
});

describe('what may be a guess', () => {
  it.each(['6800100111111111', '13800000000', '+85291234567', '00012345', 'A00123', 'VIP001'])(
    '%s',
    (number) => expect(mayBeGuess(number)).toBe(true),
  );

  it.each(['WANGXIAOMING', 'AJSXFS500', '王小明', '2046', '2100123012345', ''])(
    '%s is none',
    (text) => expect(mayBeGuess(text)).toBe(false),
  );

  it('is one number while it is being typed', () => {
    expect(isSameTyping('13812', '138123')).toBe(true);
    expect(isSameTyping('138123', '13812')).toBe(true);
    expect(isSameTyping('13812345678', '13812345679')).toBe(false);
    expect(isSameTyping(undefined, '13812')).toBe(false);
  });
});

describe('what may be goods', () => {
  it.each(['6901234567892', '036000291452', '10036000291459', '96385074'])('%s may', (number) =>
    expect(mayBeGoods(number)).toBe(true),
  );
  it.each(['13900019991', '8613900019991', '6800102732742401', 'A00123'])('%s may not', (number) =>
    expect(mayBeGoods(number)).toBe(false),
  );
});
