import { registerEntryKinds } from '#ledger';

// Value comes in, or did by mistake.
registerEntryKinds(
  { kind: 'top_up', wallet: 'other' },
  { kind: 'top_up_reversal', wallet: 'other' },
);
