import { limitSum } from './limit-sum.rules.js';

describe('the sum that goes over a prepaid limit', () => {
  it('says 1,000 + 100 = 1,100, 100 over', () => {
    expect(
      limitSum({
        limitCents: 1_000_00,
        faceBeforeCents: 0,
        addedCents: 1_100_00,
        addedBonusCents: 100_00,
      }),
    ).toEqual({ parts: [1_000_00, 100_00], totalCents: 1_100_00, overCents: 100_00 });
  });

  it('begins with what is in the wallet', () => {
    expect(
      limitSum({
        limitCents: 1_000_00,
        faceBeforeCents: 900_00,
        addedCents: 200_00,
        addedBonusCents: 0,
      }),
    ).toEqual({ parts: [900_00, 200_00], totalCents: 1_100_00, overCents: 100_00 });
  });
});
