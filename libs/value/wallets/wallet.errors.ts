import { defineErrors, mapConstraint } from '#kernel';

/** Whose wallet: what it holds and gets, of that in bonus, and what it may hold. */
const LIMIT = [
  'memberId',
  'registered',
  'limitCents',
  'roomLeftCents',
  'faceBeforeCents',
  'addedCents',
  'addedBonusCents',
] as const;

export const WalletError = defineErrors('wallet', {
  /** The rule is not for this member, store, date or amount. */
  ruleNotInForce: { status: 409 },
  /** What is paid in and given together is more than one act may move. */
  giftTooLarge: { status: 409, params: ['limitCents'] },
  topUpNotFound: { status: 404 },
  /** Taken back already: once is all. */
  topUpReversed: { status: 409, params: ['receiptNo'] },
  /** The prepaid limit stops it; room left counts bonus too. */
  limitExceeded: { status: 409, params: LIMIT },
  /** The same as a warning: sent again with acceptLimit it goes on. */
  limitWarning: { status: 409, params: LIMIT },
  /** A company must, or should, pay by bank transfer from this amount. */
  transferRequired: { status: 409, params: ['fromCents'] },
  transferAdvised: { status: 409, params: ['fromCents'] },
  statementNotFound: { status: 404 },
  /** First and last day the other way round, or too long a time. */
  statementPeriod: { status: 422 },
});

export const TopUpRuleError = defineErrors('top_up_rule', {
  notFound: { status: 404 },
  /** It gives nothing. */
  empty: { status: 422 },
  endsBeforeItStarts: { status: 422 },
  /** Far more than anybody gives on purpose. */
  tooGenerous: { status: 422, params: ['maxCents'] },
  givesTooMuch: { status: 422, params: ['most'] },
});

// Two tills took one top-up back at the same moment: the second one is told.
mapConstraint('top_up_reversal_once_key', () => WalletError.topUpReversed({ receiptNo: '' }));
