import type { EntryKind } from '#ledger';

// Paid in money.
export const CARD_KINDS: readonly EntryKind[] = [
  { kind: 'card_issue', wallet: 'other' },
  { kind: 'card_replacement', wallet: 'other' },
];
