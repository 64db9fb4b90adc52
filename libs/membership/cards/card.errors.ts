import { defineErrors, mapConstraint } from '#kernel';

export const CardError = defineErrors('card', {
  notFound: { status: 404 },
  /** The body names a card that is not there; notFound is said of the address only. */
  unknownNumber: { status: 422 },
  /** Reported lost: it is frozen in all stores, and whoever shows it may not be its member. */
  lost: { status: 409 },
  /** The status of the card does not allow the act: see CARD_ACTS. */
  notActive: { status: 409, params: ['status'] },
  notLost: { status: 409, params: ['status'] },
  /** The card belongs to somebody else than the member who was named. */
  ofOtherMember: { status: 409 },
  /** Not 16 digits, or the check digit says it was misread. */
  wrongNumber: { status: 422 },
  notInRange: { status: 422 },
  numberTaken: { status: 409 },
  /** The store has no range to take numbers from: head office gives it one. */
  noRange: { status: 409 },
  depositTooLarge: { status: 422, params: ['limitCents'] },
  /** A printed card lies in the stock of another store. */
  inStockElsewhere: { status: 409, params: ['storeName'] },
  /** A printed card that is on its way, missing or damaged. */
  notReady: { status: 409, params: ['state'] },
  /** The owner of a wallet must agree before somebody else's card spends it: by PIN, or by a document and a second person. */
  ownerProofRequired: { status: 422 },
  /** The card spends its holder's own wallet. */
  notFamily: { status: 409 },
  ownWallet: { status: 422 },
  /** The card is past its last day: only the principal can be spent. */
  bonusRests: { status: 409, params: ['principalCents'] },
  /** A last day may only move later. */
  notLater: { status: 422, params: ['expiresOn'] },
  rangeTaken: { status: 409 },
  rangeNotFound: { status: 404 },
  /** Of a list of printed cards: how many numbers are wrong, and the first of them. */
  wrongNumbers: { status: 422, params: ['count', 'cardNo'] },
  numbersNotInRange: { status: 422, params: ['count', 'cardNo'] },
  numbersTaken: { status: 409, params: ['count', 'cardNo'] },
  notInStockHere: { status: 409, params: ['count', 'cardNo'] },
  noNumbers: { status: 422 },
  tooManyNumbers: { status: 422, params: ['max'] },
  sameStore: { status: 422 },
  documentNotFound: { status: 404 },
  alreadyReceived: { status: 409 },
  notInDocument: { status: 422, params: ['count', 'cardNo'] },
  chargeNotFound: { status: 404 },
  /** A code of a virtual card is good for one reading. */
  codeUsed: { status: 409 },
  /** A code of an earlier minute. */
  codeExpired: { status: 409 },
});

mapConstraint('card_no_key', () => CardError.numberTaken());
mapConstraint('card_range_prefix_key', () => CardError.rangeTaken());
