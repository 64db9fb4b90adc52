/** What the ledger keeps an account of. Owner: a wallet (principal, bonus, visits), a member (points), a store (stock). */
export type AccountKind = 'principal' | 'bonus' | 'points' | 'visits' | 'stock';

/** Where inside an account value stands: spendable, held back (unreleased, locked), or owed by the member. */
export type Facet = 'balance' | 'held' | 'debt';

/** 'CNY' in cents, 'PTS', 'V:<serviceId>' in visits, 'G:<productId>' in thousandths. */
export type Unit = 'CNY' | 'PTS' | `V:${number}` | `G:${number}`;

export interface AccountRef {
  kind: AccountKind;
  ownerId: number;
  unit: Unit;
}

export const principalOf = (walletId: number): AccountRef => ({
  kind: 'principal',
  ownerId: walletId,
  unit: 'CNY',
});
export const bonusOf = (walletId: number): AccountRef => ({
  kind: 'bonus',
  ownerId: walletId,
  unit: 'CNY',
});
export const pointsOf = (memberId: number): AccountRef => ({
  kind: 'points',
  ownerId: memberId,
  unit: 'PTS',
});
export const visitsOf = (walletId: number, serviceId: number): AccountRef => ({
  kind: 'visits',
  ownerId: walletId,
  unit: `V:${serviceId}`,
});
export const stockOf = (storeId: number, productId: number): AccountRef => ({
  kind: 'stock',
  ownerId: storeId,
  unit: `G:${productId}`,
});

/** One string per account, for maps. */
export const accountKey = (ref: AccountRef): string => `${ref.kind}:${ref.ownerId}:${ref.unit}`;

/**
 * An account in its own direction (what the member has, what lies on the shelf), in its unit.
 * Never both balance and debt above zero. valueCents: stock and visits only.
 */
export interface AccountBalance extends AccountRef {
  balance: number;
  held: number;
  debt: number;
  valueCents: number;
}

export type LotState = 'held' | 'open' | 'spent' | 'expired' | 'void';

/** Value with one origin. `expiresOn` is its last valid day, `releasesOn` the first day it can be spent. */
export interface Lot {
  id: number;
  state: LotState;
  joined: boolean;
  gifted: boolean;
  grace: boolean;
  originEntryId: number;
  originStoreId: number;
  originOn: string;
  expiresOn: string | null;
  releasesOn: string | null;
  tender: string | null;
  terms: string;
  granted: number;
  remaining: number;
  expired: number;
  forgiven: number;
  valueCents: number;
  parentLotId: number | null;
}

/** A part of a lot that was spent. lotId is null for a lot made in the same act. */
export interface Draw {
  lotId: number | null;
  amount: number;
  valueCents: number;
  originEntryId: number | null;
  originStoreId: number;
}

export type SpendOrder = 'proportional' | 'bonus_first' | 'principal_first';

/** Facts of one business act: who, where, when, on what paper. Dates are business dates, `at` is the instant. */
export interface ActFacts {
  kind: string;
  businessDate: string;
  at: Date;
  /** The store that served. */
  storeId: number;
  staffId: number | null;
  tillId?: number | null;
  shiftId?: number | null;
  memberId?: number | null;
  homeStoreId?: number | null;
  cardStoreId?: number | null;
  drawerStoreId?: number | null;
  document?: { kind: string; no?: string | null };
  reason?: string | null;
}

export interface LedgerAct extends ActFacts {
  /** Every account the plan may touch; missing ones are created. */
  accounts: readonly AccountRef[];
  /** The entry this act undoes in part (a return): its draws are read, and the new entry names it. */
  relatesEntryId?: number;
}

export interface LockedAccount extends AccountBalance {
  id: number;
  version: number;
}

export interface LockedLot extends Lot {
  accountId: number;
}

export interface OriginalPosting {
  accountId: number | null;
  facet: Facet | null;
  house: string | null;
  storeId: number | null;
  unit: Unit;
  amount: number;
  valueCents: number;
}

export type MoveKind =
  'grant' | 'repay' | 'draw' | 'return' | 'release' | 'expire' | 'take_back' | 'void';

export interface OriginalMove {
  lotId: number;
  accountId: number;
  facet: 'balance' | 'held';
  kind: MoveKind;
  amount: number;
  valueCents: number;
}

/** An entry that is being undone, whole or in part. */
export interface OriginalEntry {
  id: number;
  kind: string;
  businessDate: string;
  storeId: number;
  drawerStoreId: number | null;
  homeStoreId: number | null;
  cardStoreId: number | null;
  memberId: number | null;
  reversesEntryId: number | null;
  documentKind: string | null;
  documentNo: string | null;
  reversedBy: number | null;
  partlyUndone: boolean;
  postings: OriginalPosting[];
  moves: OriginalMove[];
  /** What later entries already gave back ('return') or took back of it, by lot. */
  undone: {
    lotId: number;
    parentLotId: number | null;
    kind: MoveKind;
    amount: number;
    valueCents: number;
  }[];
}

/** The accounts of an act as they stand behind their locks. */
export interface Locked {
  accounts: LockedAccount[];
  lots: LockedLot[];
  original: OriginalEntry | null;
}
