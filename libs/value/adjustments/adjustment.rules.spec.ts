import { foreseeAdjustment } from './adjustment.rules.js';

describe('what an approver reads of an adjustment', () => {
  it('is the balance before and after, in its own unit', () => {
    expect(foreseeAdjustment('bonus', 100_00, -30_00)).toEqual({
      bonusBeforeCents: 100_00,
      bonusAfterCents: 70_00,
    });
    expect(foreseeAdjustment('points', 40, 200)).toEqual({ pointsBefore: 40, pointsAfter: 240 });
    expect(foreseeAdjustment('principal', null, 1)).toEqual({});
  });
});
