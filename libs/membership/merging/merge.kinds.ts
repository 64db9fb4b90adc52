import type { EntryKind } from '#ledger';

// Value goes on to the survivor.
export const MERGE_KINDS: readonly EntryKind[] = [{ kind: 'merge', wallet: 'other' }];
