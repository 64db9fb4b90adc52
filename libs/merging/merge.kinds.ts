import { registerEntryKinds } from '#ledger';

// Value goes on to the survivor.
registerEntryKinds({ kind: 'merge', wallet: 'other' });
