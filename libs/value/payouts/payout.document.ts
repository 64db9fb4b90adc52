import { defineDocument } from '#membership/documents';
import { PAYOUT_CHECKS } from './payout.checks.js';
import { PAYOUT_TIMELINE } from './payout.timeline.js';
import { PAYOUT_NOTICES } from './payout.notices.js';

/** 取款, 转账, 退款 and 退卡, and what undoes them. */
export const payoutDocument = defineDocument({
  kind: 'payout',
  tables: ['payout'],
  // Value leaves as money or for another wallet.
  entries: [
    { kind: 'withdrawal', wallet: 'other' },
    { kind: 'wallet_transfer', wallet: 'other' },
    { kind: 'wallet_refund', wallet: 'other' },
    { kind: 'card_closing', wallet: 'other' },
    { kind: 'payout_reversal', wallet: 'other' },
  ],
  checks: PAYOUT_CHECKS,
  timeline: PAYOUT_TIMELINE,
  notices: PAYOUT_NOTICES,
});
