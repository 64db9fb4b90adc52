import { registerEntryKinds } from '#ledger';

// Goods only.
registerEntryKinds({ kind: 'stock_opening', wallet: 'other' });
