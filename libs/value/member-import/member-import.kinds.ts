import type { EntryKind } from '#ledger';

// What members brought from a previous system.
export const IMPORT_KINDS: readonly EntryKind[] = [{ kind: 'import_opening', wallet: 'other' }];
