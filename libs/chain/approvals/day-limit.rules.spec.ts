import { dayLimitReached } from './day-limit.rules.js';

const limits = { memberCents: 500_00, staffCents: 2_000_00 };
const reached = (amountCents: number, memberCents: number, staffCents: number) =>
  dayLimitReached(amountCents, { memberCents, staffCents }, limits);

describe('the limits of a day', () => {
  it('are reached by the sum of the day and the act, from the amount on', () => {
    expect(reached(200_00, 299_99, 0)).toBeNull();
    expect(reached(200_00, 300_00, 0)).toBe('member_day');
    expect(reached(100_00, 0, 1_899_99)).toBeNull();
    expect(reached(100_00, 0, 1_900_00)).toBe('staff_day');
  });

  it('name the member’s first where both are reached', () => {
    expect(reached(200_00, 400_00, 1_900_00)).toBe('member_day');
  });

  it('ask at every amount where they are 0, and never where nothing is given', () => {
    const always = { memberCents: 0, staffCents: 0 };
    expect(dayLimitReached(1, { memberCents: 0, staffCents: 0 }, always)).toBe('member_day');
    expect(dayLimitReached(0, { memberCents: 900_00, staffCents: 0 }, limits)).toBeNull();
  });
});
