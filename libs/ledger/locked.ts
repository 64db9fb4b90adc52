import type {
  Facet,
  Locked,
  LockedAccount,
  LockedLot,
  MoveKind,
  OriginalEntry,
  OriginalMove,
  OriginalPosting,
} from './ledger.types.js';

type Row = readonly unknown[];

/** What ledger.lock_and_read answers: rows as arrays, to keep the way from the database short. */
export interface LockedJson {
  accounts: Row[] | null;
  lots: Row[] | null;
  original:
    | (Omit<OriginalEntry, 'postings' | 'moves' | 'undone'> & {
        postings: Row[] | null;
        moves: Row[] | null;
        undone: Row[] | null;
      })
    | null;
}

export function toLocked(json: LockedJson): Locked {
  const original = json.original && {
    ...json.original,
    postings: (json.original.postings ?? []).map(toPosting),
    moves: (json.original.moves ?? []).map(toMove),
    undone: (json.original.undone ?? []).map((row) => ({
      lotId: row[0] as number,
      parentLotId: row[1] as number | null,
      kind: row[2] as MoveKind,
      amount: row[3] as number,
      valueCents: row[4] as number,
    })),
  };
  return {
    accounts: (json.accounts ?? []).map(toAccount),
    lots: (json.lots ?? []).map(toLot),
    original,
  };
}

function toAccount(row: Row): LockedAccount {
  return {
    id: row[0] as number,
    kind: row[1] as LockedAccount['kind'],
    ownerId: row[2] as number,
    unit: row[3] as LockedAccount['unit'],
    balance: row[4] as number,
    held: row[5] as number,
    debt: row[6] as number,
    valueCents: row[7] as number,
    version: row[8] as number,
  };
}

function toLot(row: Row): LockedLot {
  return {
    id: row[0] as number,
    accountId: row[1] as number,
    state: row[2] as LockedLot['state'],
    joined: row[3] as boolean,
    gifted: row[4] as boolean,
    grace: row[5] as boolean,
    originEntryId: row[6] as number,
    originStoreId: row[7] as number,
    originOn: row[8] as string,
    expiresOn: row[9] as string | null,
    releasesOn: row[10] as string | null,
    tender: row[11] as string | null,
    terms: row[12] as string,
    granted: row[13] as number,
    remaining: row[14] as number,
    expired: row[15] as number,
    forgiven: row[16] as number,
    valueCents: row[17] as number,
    parentLotId: row[18] as number | null,
  };
}

const toPosting = (row: Row): OriginalPosting => ({
  accountId: row[0] as number | null,
  facet: row[1] as Facet | null,
  house: row[2] as string | null,
  storeId: row[3] as number | null,
  unit: row[4] as OriginalPosting['unit'],
  amount: row[5] as number,
  valueCents: row[6] as number,
});

const toMove = (row: Row): OriginalMove => ({
  lotId: row[0] as number,
  accountId: row[1] as number,
  facet: row[2] as OriginalMove['facet'],
  kind: row[3] as MoveKind,
  amount: row[4] as number,
  valueCents: row[5] as number,
});
