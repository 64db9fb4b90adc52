import { slipOf, stateOf } from './waiting-acts.rules.js';

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
