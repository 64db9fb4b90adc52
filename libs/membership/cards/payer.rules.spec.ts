import { pinOfPayment } from './payer.rules.js';

const DAY = { limitCents: 200_00, withoutPinCents: 0 };
const family = (dayLimitCents: number | null, spentTodayCents = 0, holderHasPin = true) => ({
  dayLimitCents,
  spentTodayCents,
  holderHasPin,
});

describe('whose PIN a payment asks for', () => {
  it('is the owner’s above the chain’s amount, not at it', () => {
    expect(pinOfPayment(200_00, DAY, null)).toBe('none');
    expect(pinOfPayment(200_01, DAY, null)).toBe('payer');
    expect(pinOfPayment(0, { limitCents: 0, withoutPinCents: 0 }, null)).toBe('none');
  });

  it('is the owner’s at every payment of a family card without a limit', () => {
    expect(pinOfPayment(1, DAY, family(null))).toBe('payer');
    expect(pinOfPayment(0, DAY, family(null))).toBe('none');
  });

  it('is the holder’s own within the day’s limit that the owner set, and the owner’s above it', () => {
    expect(pinOfPayment(200_00, DAY, family(500_00))).toBe('none');
    expect(pinOfPayment(200_01, DAY, family(500_00))).toBe('holder');
    expect(pinOfPayment(500_00, DAY, family(500_00))).toBe('holder');
    expect(pinOfPayment(500_01, DAY, family(500_00))).toBe('payer');
    expect(pinOfPayment(100_00, DAY, family(500_00, 400_00))).toBe('none');
    expect(pinOfPayment(100_01, DAY, family(500_00, 400_00))).toBe('payer');
  });

  it('is the owner’s where the holder has none', () => {
    expect(pinOfPayment(300_00, DAY, family(500_00, 0, false))).toBe('payer');
    expect(pinOfPayment(100_00, DAY, family(500_00, 0, false))).toBe('none');
  });

  it('counts what the wallet that pays gave today without one, whoever spent it', () => {
    const day = { limitCents: 200_00, withoutPinCents: 150_00 };
    expect(pinOfPayment(50_00, day, null)).toBe('none');
    expect(pinOfPayment(50_01, day, null)).toBe('payer');
    expect(pinOfPayment(50_00, day, family(500_00))).toBe('none');
    expect(pinOfPayment(50_01, day, family(500_00))).toBe('holder');
    expect(pinOfPayment(50_01, day, family(500_00, 0, false))).toBe('payer');
    expect(pinOfPayment(50_01, day, family(500_00, 450_00))).toBe('payer');
  });
});
