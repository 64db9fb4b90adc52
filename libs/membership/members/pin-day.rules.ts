/** What left a wallet on a business day without its PIN, and above how much of a day it is asked for; cents. */
export interface PinDay {
  limitCents: number;
  withoutPinCents: number;
}

/**
 * Whether the day comes to more than the limit with an amount that no PIN is shown for, so that many small amounts ask as one
 * large one does. What a right PIN was shown for counts no more.
 */
export const asksPin = (amountCents: number, { limitCents, withoutPinCents }: PinDay): boolean =>
  amountCents > 0 && withoutPinCents + amountCents > limitCents;
