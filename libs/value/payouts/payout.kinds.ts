import type { EntryKind } from '#ledger';

// Value leaves as money or for another wallet.
export const PAYOUT_KINDS: readonly EntryKind[] = [
  { kind: 'withdrawal', wallet: 'other' },
  { kind: 'wallet_transfer', wallet: 'other' },
  { kind: 'wallet_refund', wallet: 'other' },
  { kind: 'card_closing', wallet: 'other' },
  { kind: 'payout_reversal', wallet: 'other' },
];
