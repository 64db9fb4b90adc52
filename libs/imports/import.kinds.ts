import { registerEntryKinds } from '#ledger';

// What members brought from an older system.
registerEntryKinds({ kind: 'import_opening', wallet: 'other' });
