import { declareCapabilities } from '../../apps/composition/capabilities.js';

// A journey starts the product in a process of its own: in this one nobody has said yet what the books are checked for.
declareCapabilities();

export { verifyBooks } from '#ledger';
