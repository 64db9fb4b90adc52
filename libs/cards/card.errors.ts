import { defineErrors, mapConstraint } from '#kernel';

export const CardError = defineErrors('card', {
  notFound: { status: 404 },
  /** Reported lost: it is frozen in all stores, and whoever shows it may not be its member. */
  lost: { status: 409 },
  notActive: { status: 409, params: ['status'] },
  /** The card belongs to somebody else than the member who was named. */
  ofOtherMember: { status: 409 },
  /** Not 16 digits, or the check digit says it was misread. */
  wrongNumber: { status: 422 },
  notInRange: { status: 422 },
  numberTaken: { status: 409 },
  /** The store has no range to take numbers from: head office gives it one. */
  noRange: { status: 409 },
});

mapConstraint('card_no_key', () => CardError.numberTaken());
