import { asksPin } from './pin-day.rules.js';

describe('a PIN is asked for', () => {
  const asks = (amountCents: number, withoutPinCents: number) =>
    asksPin(amountCents, { limitCents: 200_00, withoutPinCents });

  it('above the amount of a day, not at it', () => {
    expect(asks(200_00, 0)).toBe(false);
    expect(asks(200_01, 0)).toBe(true);
  });

  it('for a cent where the day has come to the amount', () => {
    expect(asks(50_00, 150_00)).toBe(false);
    expect(asks(50_01, 150_00)).toBe(true);
    expect(asks(1, 200_00)).toBe(true);
  });

  it('never for nothing', () => {
    expect(asks(0, 500_00)).toBe(false);
  });
});
