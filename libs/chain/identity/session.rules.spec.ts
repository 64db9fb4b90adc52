import { expandPermissions } from './role.rules.js';
import { isStrongEnough, isWorthNoting, secondsToWait, stateOf } from './session.rules.js';

const limits = { idleMinutes: 30, absoluteHours: 12 };
const at = (time: string) => new Date(`2026-11-22T${time}:00Z`);
const session = (lastSeen: string, atTill = false) => ({
  createdAt: at('08:00'),
  lastSeenAt: at(lastSeen),
  lockedAt: null,
  atTill,
});

describe('a session left alone', () => {
  it('stays open below the idle limit', () => {
    expect(stateOf(session('10:00'), limits, at('10:29'))).toBe('open');
  });
  it('ends at the idle limit, and at a till only locks', () => {
    expect(stateOf(session('10:00'), limits, at('10:30'))).toBe('expired');
    expect(stateOf(session('10:00', true), limits, at('10:30'))).toBe('locked');
  });
  it('ends after twelve hours however busy, and locked or not', () => {
    expect(stateOf(session('19:59', true), limits, at('20:00'))).toBe('expired');
    expect(stateOf({ ...session('19:59', true), lockedAt: at('19:00') }, limits, at('20:00'))).toBe(
      'expired',
    );
  });
  it('is noted as seen often enough for a short limit', () => {
    expect(isWorthNoting(session('10:00'), limits, new Date('2026-11-22T10:00:59Z'))).toBe(false);
    expect(isWorthNoting(session('10:00'), limits, at('10:01'))).toBe(true);
    expect(
      isWorthNoting(
        session('10:00'),
        { ...limits, idleMinutes: 1 },
        new Date('2026-11-22T10:00:06Z'),
      ),
    ).toBe(true);
  });
});

describe('guessing', () => {
  const throttle = { failures: 5, windowMs: 15 * 60_000 };
  it.each([
    [4, 0],
    [5, 30],
    [6, 60],
    [9, 480],
    [50, 900],
  ])('%i failures wait %i seconds', (count, seconds) => {
    expect(secondsToWait({ count, lastAt: at('10:00') }, throttle, at('10:00'))).toBe(seconds);
  });
  it('is heard again when the wait is over', () => {
    expect(secondsToWait({ count: 5, lastAt: at('10:00') }, throttle, at('10:01'))).toBe(0);
  });
});

it('asks for eight characters that are not the login', () => {
  expect(isStrongEnough('1234567', 'x')).toBe(false);
  expect(isStrongEnough('密码密码密码密码', 'x')).toBe(true);
  expect(isStrongEnough('Cashier01', 'cashier01')).toBe(false);
});

it('expands the rights of a role', () => {
  const codes = ['card.issue', 'card.read', 'cards.read', 'sale.void'];
  expect(expandPermissions(['card.*', 'gone.away'], codes)).toEqual(['card.issue', 'card.read']);
  expect(expandPermissions(['*'], codes)).toEqual(codes);
});
