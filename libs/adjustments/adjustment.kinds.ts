import { registerEntryKinds } from '#ledger';

// Given or taken by hand.
registerEntryKinds({ kind: 'value_adjustment', wallet: 'other' });
