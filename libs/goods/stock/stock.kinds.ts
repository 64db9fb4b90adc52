import type { EntryKind } from '#ledger';

// Goods only.
export const STOCK_KINDS: readonly EntryKind[] = [{ kind: 'stock_opening', wallet: 'other' }];
