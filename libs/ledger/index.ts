export { actMany } from './batch-acts.js';
export type { BatchAct } from './batch-acts.js';
export { Books } from './books.js';
export { BulkLedger } from './bulk-ledger.js';
export type { Planned, WalletSpent } from './books.js';
export type { Granted, GrantTerms } from './granting.js';
export type { Moved, MovedAll } from './moving.js';
export type { TakenBack } from './giving-back.js';
export { DECLARED_KINDS, entryKinds, registerEntryKinds } from './entry-kinds.js';
export { House, IS_MONEY } from './house.js';
export { LedgerError } from './ledger.errors.js';
export { LedgerModule, LedgerWorkerModule } from './ledger.module.js';
export type { AccountStanding, EntryFilter, EntryLine } from './ledger.queries.js';
export { Ledger, lockStatement, planAct, refsJson } from './ledger.service.js';
export type { Acted, LockStatement, ReversalAct } from './ledger.service.js';
export { accountKey, bonusOf, pointsOf, principalOf, stockOf, visitsOf } from './ledger.types.js';
export type {
  AccountBalance,
  ActFacts,
  Draw,
  Facet,
  LedgerAct,
  Locked,
  Lot,
  Unit,
} from './ledger.types.js';
export { toLocked } from './locked.js';
export type { LockedJson } from './locked.js';
export { postCall, postParams } from './post-statement.js';
export { registerBookCheck, verifyBooks } from './verify-books.js';
export type { BookCheck, Finding, Verification } from './verify-books.js';
export * from './rules.js';
