import {
  afterWrongPin,
  isFreshPin,
  isWeakPin,
  lockMinutes,
  NO_FAILURES,
  pinLock,
} from './pin.rules.js';

const now = new Date('2026-11-22T03:00:00Z');

describe('PINs', () => {
  it.each(['000000', '999999', '123456', '654321', '345678'])('%s is weak', (pin) =>
    expect(isWeakPin(pin)).toBe(true),
  );
  it.each(['246802', '112233', '135791', '901234'])('%s is not', (pin) =>
    expect(isWeakPin(pin)).toBe(false),
  );

  it('locks for 15 minutes at the fifth wrong one', () => {
    let state = NO_FAILURES;
    const left = [1, 2, 3, 4, 5].map(() => {
      const { attemptsLeft, ...after } = afterWrongPin(state, now);
      state = after;
      return attemptsLeft;
    });
    expect(left).toEqual([4, 3, 2, 1, 0]);
    expect(state.lockedUntil).toEqual(new Date('2026-11-22T03:15:00Z'));
    expect(pinLock(state, now)).toEqual(state.lockedUntil);
    expect(pinLock(state, new Date('2026-11-22T03:15:00Z'))).toBeNull();
  });

  it('locks for longer each time, up to a day', () => {
    expect([0, 1, 2, 3, 4, 50].map(lockMinutes)).toEqual([15, 60, 240, 960, 1440, 1440]);
  });

  it('counts anew after a lock has ended', () => {
    const ended = { failures: 5, lockedUntil: new Date('2026-11-22T02:59:00Z'), locks: 1 };
    expect(afterWrongPin(ended, now)).toMatchObject({ failures: 1, attemptsLeft: 4 });
  });
});

describe('a PIN set at the counter', () => {
  const till = { timezone: 'Asia/Shanghai', cutoverHour: 5 };
  const setAt = new Date('2026-11-21T22:00:00Z');

  it.each([
    ['on that business day', '2026-11-22T20:59:59Z', true],
    ['on the next one', '2026-11-22T21:00:00Z', false],
  ])('is fresh %s: %s, %s', (_, at, fresh) =>
    expect(isFreshPin(setAt, new Date(at), till)).toBe(fresh),
  );
  it('is fresh for a day where nobody sits at a till', () => {
    expect(isFreshPin(setAt, new Date('2026-11-22T21:59:59Z'), null)).toBe(true);
    expect(isFreshPin(setAt, new Date('2026-11-22T22:00:00Z'), null)).toBe(false);
  });
  it('is fresh at no time where it was chosen at joining', () =>
    expect(isFreshPin(null, now, till)).toBe(false));
});
