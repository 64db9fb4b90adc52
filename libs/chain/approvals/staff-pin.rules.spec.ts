import { afterWrongStaffPin, lockedUntil, type StaffPinState } from './staff-pin.rules.js';

const start = new Date('2026-11-22T10:00:00Z');
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const fresh: StaffPinState = { failures: 0, lastFailedAt: null, lockedAt: null };

function wrong(times: number, now = start): StaffPinState {
  let state = fresh;
  for (let i = 0; i < times; i += 1) state = afterWrongStaffPin(state, now);
  return state;
}

describe('a wrong approval PIN', () => {
  it('five times locks it for a quarter of an hour', () => {
    const state = wrong(5);
    expect(lockedUntil(state, start)).toEqual(later(900));
    expect(lockedUntil(state, later(899))).toEqual(later(900));
    expect(lockedUntil(state, later(900))).toBeNull();
  });

  it('after a lock that has ended counts from one', () => {
    expect(afterWrongStaffPin(wrong(5), later(901))).toEqual({
      failures: 1,
      lastFailedAt: later(901),
      lockedAt: null,
    });
  });
});
