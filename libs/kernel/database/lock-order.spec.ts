import { HeldLocks } from './lock-order.js';

it('finds what is locked after something that comes later', () => {
  const locks = new HeldLocks();
  expect(locks.add('card', [7])).toBeUndefined();
  expect(locks.add('account', [1, 2])).toBeUndefined();
  expect(locks.add('member', [5])).toBe('member 5 after account 1');
});

it('finds two of one kind that are locked one by one, the higher id first', () => {
  const locks = new HeldLocks();
  expect(locks.add('member', [5])).toBeUndefined();
  expect(locks.add('member', [8])).toBeUndefined();
  expect(locks.add('member', [6])).toBe('member 6 after member 8');
});

it('lets a transaction name again what it holds', () => {
  const locks = new HeldLocks();
  locks.add('member', [5, 8]);
  locks.add('account', [1]);
  expect(locks.add('member', [8, 5])).toBeUndefined();
  expect(locks.add('member', [])).toBeUndefined();
});
