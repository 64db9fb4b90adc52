export { actMany } from './batch-acts.js';
export type { BatchAct } from './batch-acts.js';
export { Books } from './books.js';
export { BulkLedger } from './bulk-ledger.js';
export type { WalletSpent } from './books.js';
export type { Planned } from './planned.js';
export type { Granted, GrantTerms } from './granting.js';
export type { Moved, MovedAll } from './moving.js';
export type { GivenBack, TakenBack } from './giving-back.js';
export { DECLARED_KINDS, declaredKinds, type EntryKind, entryKinds } from './entry-kinds.js';
export { House, IS_MONEY } from './house.js';
export { LedgerError } from './ledger.errors.js';
export { ledgerManifest } from './ledger.manifest.js';
export { LedgerModule } from './ledger.module.js';
export type { AccountStanding, EntryFilter, EntryLine } from './ledger.queries.js';
export { GRACE_DAYS, Ledger, lockStatement, planAct, refsJson } from './ledger.service.js';
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
export { assertLocksNothing } from './locks-nothing.js';
export type { LockedJson } from './locked.js';
export { MOVED_BY_ENTRY } from './moved-by-entry.js';
export { postCall, postParams } from './post-statement.js';
export { bookChecks, verifyBooks } from './verify-books.js';
export type { BookCheck, Finding, Verification } from './verify-books.js';
export * from './rules.js';
