import { registerEntryKinds } from '#ledger';

// Value leaves as money or for another wallet.
registerEntryKinds(
  { kind: 'withdrawal', wallet: 'other' },
  { kind: 'wallet_transfer', wallet: 'other' },
  { kind: 'wallet_refund', wallet: 'other' },
  { kind: 'card_closing', wallet: 'other' },
  { kind: 'payout_reversal', wallet: 'other' },
);
