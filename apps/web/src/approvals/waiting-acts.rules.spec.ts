import { slipOf, stateOf, stateOfRefusal } from './waiting-acts.rules.js';

describe('an act that waits for a second person elsewhere', () => {
  it.each([
    ['pending', 'waiting'],
    ['approved', 'doing'],
    ['used', 'done'],
    ['refused', 'refused'],
    ['cancelled', 'gone'],
    ['expired', 'gone'],
  ] as const)('%s: %s', (status, state) => {
    expect(stateOf(status)).toBe(state);
  });

  it('asks where a limit warns, and has failed where anything else stands against it', () => {
    expect(stateOfRefusal('wallet.limit_warning')).toBe('asks');
    expect(stateOfRefusal('wallet.limit_exceeded')).toBe('failed');
  });

  it('shows the slip that it made', () => {
    expect(slipOf({ payoutId: 7, receiptNo: 'RM-20261130-0001' })).toEqual({
      kind: 'payout',
      id: 7,
    });
    expect(slipOf({ adjustmentId: 3 })).toEqual({ kind: 'adjustment', id: 3 });
    expect(slipOf({ topUpReversalId: 3 })).toBeNull();
    expect(slipOf(null)).toBeNull();
  });
});
