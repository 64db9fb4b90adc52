import { defineDocument } from '#membership/documents';
import { CARD_CHECKS } from './card.checks.js';
import { CARD_TIMELINE } from './card.timeline.js';

/** Deposit and fee of a card. */
export const cardChargeDocument = defineDocument({
  kind: 'card_charge',
  tables: ['card_charge'],
  // Paid in money.
  entries: [
    { kind: 'card_issue', wallet: 'other' },
    { kind: 'card_replacement', wallet: 'other' },
  ],
  checks: CARD_CHECKS,
  timeline: CARD_TIMELINE,
  notices: 'the member stands at the counter and pays money; no value leaves a wallet',
});
