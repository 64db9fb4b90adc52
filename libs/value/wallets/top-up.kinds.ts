import type { EntryKind } from '#ledger';

// Value comes in, or did by mistake.
export const TOP_UP_KINDS: readonly EntryKind[] = [
  { kind: 'top_up', wallet: 'other' },
  { kind: 'top_up_reversal', wallet: 'other' },
];
