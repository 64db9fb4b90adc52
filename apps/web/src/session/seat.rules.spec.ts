import { isSameOnScreen } from './seat.rules.js';

const at = (staff: number, till: number | null) => ({
  staff: { id: staff },
  till: till === null ? null : { id: till },
});

describe('what a screen shows still holds', () => {
  it.each([
    ['for the same person at the same till, signed in anew', at(1, 5), at(1, 5), true, true],
    ['not for somebody else at that till', at(1, 5), at(2, 5), true, false],
    ['not for the same person at another till', at(1, 5), at(1, 6), true, false],
    ['not at the desk once there is no till', at(1, 5), at(1, null), true, false],
    [
      'in the office for the same person, who took a till in another tab',
      at(1, null),
      at(1, 5),
      false,
      true,
    ],
    ['not in the office for somebody else', at(1, null), at(2, null), false, false],
  ])('%s', (_when, shown, now, atDesk, same) => {
    expect(isSameOnScreen(shown, now, atDesk)).toBe(same);
  });
});
