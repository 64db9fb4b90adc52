import type { EntryKind } from '#ledger';

// Given or taken by hand.
export const ADJUSTMENT_KINDS: readonly EntryKind[] = [
  { kind: 'value_adjustment', wallet: 'other' },
];
