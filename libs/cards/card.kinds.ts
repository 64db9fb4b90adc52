import { registerEntryKinds } from '#ledger';

// Paid in money.
registerEntryKinds(
  { kind: 'card_issue', wallet: 'other' },
  { kind: 'card_replacement', wallet: 'other' },
);
