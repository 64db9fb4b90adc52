import { pinOfPayment } from './payer.rules.js';

const PIN_LIMIT = 200_00;
const family = (dayLimitCents: number | null, spentTodayCents = 0, holderHasPin = true) => ({
  dayLimitCents,
  spentTodayCents,
  holderHasPin,
});

describe('whose PIN a payment asks for', () => {
  it('is the owner’s above the chain’s amount, not at it', () => {
    expect(pinOfPayment(200_00, PIN_LIMIT, null)).toBe('none');
    expect(pinOfPayment(200_01, PIN_LIMIT, null)).toBe('payer');
    expect(pinOfPayment(0, 0, null)).toBe('none');
  });

  it('is the owner’s at every payment of a family card without a limit', () => {
    expect(pinOfPayment(1, PIN_LIMIT, family(null))).toBe('payer');
    expect(pinOfPayment(0, PIN_LIMIT, family(null))).toBe('none');
  });

  it('is the holder’s own within the day’s limit that the owner set, and the owner’s above it', () => {
    expect(pinOfPayment(200_00, PIN_LIMIT, family(500_00))).toBe('none');
    expect(pinOfPayment(200_01, PIN_LIMIT, family(500_00))).toBe('holder');
    expect(pinOfPayment(500_00, PIN_LIMIT, family(500_00))).toBe('holder');
    expect(pinOfPayment(500_01, PIN_LIMIT, family(500_00))).toBe('payer');
    expect(pinOfPayment(100_00, PIN_LIMIT, family(500_00, 400_00))).toBe('none');
    expect(pinOfPayment(100_01, PIN_LIMIT, family(500_00, 400_00))).toBe('payer');
  });

  it('is the owner’s where the holder has none', () => {
    expect(pinOfPayment(300_00, PIN_LIMIT, family(500_00, 0, false))).toBe('payer');
    expect(pinOfPayment(100_00, PIN_LIMIT, family(500_00, 0, false))).toBe('none');
  });
});
