import { registerEntryKinds } from '#ledger';

// What members brought from a previous system.
registerEntryKinds({ kind: 'import_opening', wallet: 'other' });
