/** The ledger's face for the browser: how value is split, drawn and released. No I/O. */
export { instalments } from './instalment.rules.js';
export type { Instalment } from './instalment.rules.js';
export { drawOrder, shareOfValue, splitSpend } from './spend.rules.js';
export type { SpendSplit } from './spend.rules.js';
export type { AccountKind, AccountRef, LotState, SpendOrder } from './ledger.types.js';
