import { Books } from './books.js';
import type { Planned } from './planned.js';
import type { AccountRef, ActFacts, Locked, LockedAccount, LockedLot } from './ledger.types.js';
import { accountKey } from './ledger.types.js';

export const A = 1;
export const B = 2;

export const facts = (businessDate: string, more: Partial<ActFacts> = {}): ActFacts => ({
  kind: 'sale',
  businessDate,
  at: new Date(`${businessDate}T04:00:00Z`),
  storeId: A,
  tillId: 1,
  staffId: 1,
  ...more,
});

interface LotSeed {
  remaining: number;
  on?: string;
  storeId?: number;
  expiresOn?: string;
  releasesOn?: string;
  tender?: string;
}

/** A locked account whose balance and held are its lots. */
export function anAccount(
  id: number,
  ref: AccountRef,
  lots: readonly LotSeed[] = [],
  debt = 0,
): { account: LockedAccount; lots: LockedLot[] } {
  const sum = (held: boolean) =>
    lots
      .filter((lot) => Boolean(lot.releasesOn) === held)
      .reduce((total, lot) => total + lot.remaining, 0);
  return {
    account: { ...ref, id, balance: sum(false), held: sum(true), debt, valueCents: 0, version: 1 },
    lots: lots.map((lot, index) => ({
      id: id * 100 + index,
      accountId: id,
      state: lot.releasesOn ? 'held' : 'open',
      joined: false,
      gifted: false,
      grace: false,
      originEntryId: 1,
      originStoreId: lot.storeId ?? A,
      originOn: lot.on ?? '2026-01-01',
      expiresOn: lot.expiresOn ?? null,
      releasesOn: lot.releasesOn ?? null,
      tender: lot.tender ?? null,
      terms: '',
      granted: lot.remaining,
      remaining: lot.remaining,
      expired: 0,
      forgiven: 0,
      valueCents: 0,
      parentLotId: null,
    })),
  };
}

export function locked(...accounts: ReturnType<typeof anAccount>[]): Locked {
  return {
    accounts: accounts.map(({ account }) => account),
    lots: accounts.flatMap(({ lots }) => lots),
    original: null,
  };
}

/** An empty stock account. */
export const aShelf = (
  id: number,
  ref: AccountRef,
  balance = 0,
  valueCents = 0,
): ReturnType<typeof anAccount> => {
  const shelf = anAccount(id, ref);
  return { ...shelf, account: { ...shelf.account, balance, valueCents } };
};

interface PostingRow {
  e: number;
  u: string;
  m: number;
  c?: number;
  a?: number;
  f?: string;
  h?: string;
  st?: number;
}

/** The postings of a plan as golden tables write them: 'tender:cash@1' or 'principal/balance', unit, amount. */
export function postingsOf(planned: Planned<unknown>, state: Locked): string[] {
  const names = new Map(
    state.accounts.map((account) => [account.id, accountKey(account).split(':')[0]]),
  );
  return (planned.payload['postings'] as PostingRow[]).map((row) => {
    const name = row.a === undefined ? `${row.h}@${row.st}` : `${names.get(row.a)}/${row.f}`;
    return `${name} ${row.u} ${row.m > 0 ? '+' : ''}${row.m}${row.c ? ` value ${row.c}` : ''}`;
  });
}

export const booksOn = (state: Locked, businessDate: string, more: Partial<ActFacts> = {}): Books =>
  new Books(state, facts(businessDate, more));
