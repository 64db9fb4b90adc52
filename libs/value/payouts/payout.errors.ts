import { defineErrors, mapConstraint } from '#kernel';

export const PayoutError = defineErrors('payout', {
  notFound: { status: 404 },
  /** More than the principal; bonus is never paid out by a withdrawal. */
  abovePrincipal: { status: 409, params: ['principalCents'] },
  /** The card spends another member's wallet: only its owner takes value out of it. */
  notWalletOwner: { status: 409 },
  sameMember: { status: 422 },
  nothingToRefund: { status: 409 },
  /** The figures moved since they were shown. */
  figuresChanged: { status: 409, params: ['amountCents'] },
  /** Not the proposed computation, or not all of the principal. */
  reasonMissing: { status: 422 },
  /** What is left of top-ups of the last days is paid back without conditions. */
  belowRefundRight: { status: 409, params: ['rightCents'] },
  debtUndecided: { status: 409, params: ['walletDebtCents', 'pointsDebt'] },
  /** The last card of a wallet is closed with the wallet. */
  settlementMissing: { status: 409 },
  alreadyReversed: { status: 409, params: ['receiptNo'] },
  /** A closed card stays closed. */
  notReversible: { status: 409 },
});

mapConstraint('payout_closed_card_key', () => PayoutError.notReversible());
