import { bulkInsert, restartIdentity, type Queryable } from '#kernel';
import type { Books } from './books.js';
import type { Planned } from './planned.js';
import { planAct, type Acted } from './ledger.service.js';
import {
  accountKey,
  type AccountRef,
  type LedgerAct,
  type LockedAccount,
  type LockedLot,
} from './ledger.types.js';

type Row = Record<string, unknown>;

interface Payload {
  entries: Row[];
  postings: {
    e: number;
    s: number;
    f?: string;
    a?: number;
    st?: number;
    h?: string;
    u: string;
    m: number;
    c?: number;
    v?: number;
    r?: number;
  }[];
  changed_lots?: {
    id: number;
    state: LockedLot['state'];
    granted: number;
    remaining: number;
    expired: number;
    forgiven: number;
    value_cents: number;
  }[];
  new_lots?: (Row & { i: number; e: number; account_id: number; origin_entry_id: number | null })[];
  moves?: {
    s: number;
    l?: number;
    n?: number;
    e: number;
    a: number;
    f: string;
    k: string;
    m: number;
    c?: number;
    o?: number;
  }[];
}

/**
 * A whole history planned in memory and written at once: the demo chain, the data of a benchmark. The same planner
 * decides as at the counter; only locks and round trips are left out. For an empty ledger and the owner's connection:
 * the guards of the database still judge every row.
 */
export class BulkLedger {
  private readonly accounts = new Map<string, LockedAccount>();
  private readonly live = new Map<number, LockedLot[]>();
  private readonly lots = new Map<number, LockedLot>();
  private readonly entryRows: Row[] = [];
  private readonly postingRows: Row[] = [];
  private readonly moveRows: Row[] = [];

  /** One act; its entry gets the next id. Acts come in the order of time. */
  act<R>(act: LedgerAct, plan: (books: Books) => R): Acted<R> {
    const accounts = act.accounts.map((ref) => this.account(ref));
    const lots = accounts.flatMap((account) => this.live.get(account.id) ?? []);
    const planned = planAct(
      {
        accounts: accounts.map((account) => ({ ...account })),
        lots: lots.map((lot) => ({ ...lot })),
        original: null,
      },
      act,
      plan,
    );
    return { entryId: this.keep(planned), result: planned.result, balances: planned.balances };
  }

  /** What an account holds now. */
  balanceOf(ref: AccountRef): number {
    return this.accounts.get(accountKey(ref))?.balance ?? 0;
  }

  /** Writes everything. The connection is the owner's and in a transaction of its own. */
  async write(client: Queryable): Promise<{ entries: number; postings: number }> {
    const accounts = [...this.accounts.values()].map((account) => ({
      id: account.id,
      kind: account.kind,
      owner_id: account.ownerId,
      unit: account.unit,
      normal: account.kind === 'stock' ? 1 : -1,
      balance: account.balance,
      held: account.held,
      debt: account.debt,
      value_cents: account.valueCents,
      version: account.version,
      floor: 0,
    }));
    const lots = [...this.lots.values()].map((lot) => ({
      id: lot.id,
      account_id: lot.accountId,
      unit: this.unitOf(lot.accountId),
      state: lot.state,
      joined: lot.joined,
      gifted: lot.gifted,
      grace: lot.grace,
      origin_entry_id: lot.originEntryId,
      origin_store_id: lot.originStoreId,
      origin_on: lot.originOn,
      expires_on: lot.expiresOn,
      releases_on: lot.releasesOn,
      tender: lot.tender,
      terms: lot.terms,
      granted: lot.granted,
      remaining: lot.remaining,
      expired: lot.expired,
      forgiven: lot.forgiven,
      value_cents: lot.valueCents,
      parent_lot_id: lot.parentLotId,
    }));
    await bulkInsert(client, 'ledger.account', accounts);
    await bulkInsert(client, 'ledger.entry', this.entryRows);
    await bulkInsert(client, 'ledger.posting', this.postingRows, (row) => row['seq'] === 1);
    await bulkInsert(client, 'ledger.lot', lots);
    await bulkInsert(client, 'ledger.lot_move', this.moveRows);
    await restartIdentity(client, 'ledger.account', 'ledger.entry', 'ledger.lot');
    return { entries: this.entryRows.length, postings: this.postingRows.length };
  }

  private readonly units = new Map<number, string>();

  private unitOf(accountId: number): string {
    return this.units.get(accountId) ?? '';
  }

  private account(ref: AccountRef): LockedAccount {
    const key = accountKey(ref);
    let account = this.accounts.get(key);
    if (!account) {
      account = {
        ...ref,
        id: this.accounts.size + 1,
        balance: 0,
        held: 0,
        debt: 0,
        valueCents: 0,
        version: 0,
      };
      this.accounts.set(key, account);
      this.units.set(account.id, ref.unit);
    }
    return account;
  }

  private keep(planned: Planned<unknown>): number {
    const payload = planned.payload as unknown as Payload;
    const base = this.entryRows.length;
    const entryId = (index: number) => base + index;
    for (const { i, ...entry } of payload.entries) {
      this.entryRows.push({
        id: entryId(i as number),
        kind: null,
        business_date: null,
        at: null,
        staff_id: null,
        till_id: null,
        reason: null,
        document_kind: null,
        document_no: null,
        member_id: null,
        store_id: null,
        home_store_id: null,
        card_store_id: null,
        drawer_store_id: null,
        ...definedOf(entry),
        created_at: entry['at'],
      });
    }
    for (const p of payload.postings) {
      this.postingRows.push({
        entry_id: entryId(p.e),
        seq: p.s,
        facet: p.f ?? null,
        account_id: p.a ?? null,
        store_id: p.st ?? null,
        house: p.h ?? null,
        unit: p.u,
        amount: p.m,
        value_cents: p.c ?? 0,
        version: p.v ?? null,
        after_amount: p.r ?? null,
      });
    }
    this.settleAccounts(planned, payload);
    const lotBase = this.lots.size;
    this.keepLots(payload, lotBase, entryId);
    for (const m of payload.moves ?? []) {
      this.moveRows.push({
        entry_id: entryId(m.e),
        seq: m.s,
        lot_id: m.l ?? lotBase + (m.n ?? 0),
        account_id: m.a,
        origin_entry_id: m.o ?? null,
        facet: m.f,
        kind: m.k,
        amount: m.m,
        value_cents: m.c ?? 0,
      });
    }
    return entryId(payload.entries.length);
  }

  private settleAccounts(planned: Planned<unknown>, payload: Payload): void {
    for (const after of planned.balances) {
      const account = this.account(after);
      Object.assign(account, {
        balance: after.balance,
        held: after.held,
        debt: after.debt,
        valueCents: after.valueCents,
      });
      account.version = payload.postings.reduce(
        (version, p) => (p.a === account.id ? Math.max(version, p.v ?? 0) : version),
        account.version,
      );
    }
  }

  private keepLots(payload: Payload, lotBase: number, entryId: (index: number) => number): void {
    const touched = new Set<number>();
    for (const changed of payload.changed_lots ?? []) {
      const lot = this.lots.get(changed.id);
      if (!lot) continue;
      const { state, granted, remaining, expired, forgiven } = changed;
      Object.assign(lot, {
        state,
        granted,
        remaining,
        expired,
        forgiven,
        valueCents: changed.value_cents,
      });
      touched.add(lot.accountId);
    }
    for (const row of payload.new_lots ?? []) {
      const lot: LockedLot = {
        id: lotBase + row.i,
        accountId: row.account_id,
        state: row['state'] as LockedLot['state'],
        joined: Boolean(row['joined']),
        gifted: Boolean(row['gifted']),
        grace: Boolean(row['grace']),
        originEntryId: row.origin_entry_id ?? entryId(row.e),
        originStoreId: row['origin_store_id'] as number,
        originOn: row['origin_on'] as string,
        expiresOn: (row['expires_on'] as string | null) ?? null,
        releasesOn: (row['releases_on'] as string | null) ?? null,
        tender: (row['tender'] as string | null) ?? null,
        terms: row['terms'] as string,
        granted: row['granted'] as number,
        remaining: row['remaining'] as number,
        expired: row['expired'] as number,
        forgiven: row['forgiven'] as number,
        valueCents: row['value_cents'] as number,
        parentLotId: (row['parent_lot_id'] as number | null) ?? null,
      };
      this.lots.set(lot.id, lot);
      this.live.set(lot.accountId, [...(this.live.get(lot.accountId) ?? []), lot]);
      touched.add(lot.accountId);
    }
    for (const accountId of touched) {
      this.live.set(
        accountId,
        (this.live.get(accountId) ?? []).filter(
          (lot) => lot.state === 'held' || lot.state === 'open',
        ),
      );
    }
  }
}

function definedOf(entry: Row): Row {
  return Object.fromEntries(
    Object.entries(entry).filter(
      ([name, value]) =>
        value !== undefined &&
        !['shift_id', 'reverses_entry_id', 'relates_entry_id'].includes(name),
    ),
  );
}
