import type { EntryKind } from '#ledger';

// What comes back is no use of the wallet; what it takes off the use of its sale stands with the sale (sale.kinds.ts).
export const RETURN_KINDS: readonly EntryKind[] = [{ kind: 'sale_return', wallet: 'other' }];
