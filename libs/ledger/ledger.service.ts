import { Injectable } from '@nestjs/common';
import type { Db, Sql, Tx } from '#kernel';
import { Books } from './books.js';
import {
  balancesOf,
  entriesOf,
  lotsOf,
  type AccountStanding,
  type EntryFilter,
  type EntryLine,
} from './ledger.queries.js';
import type {
  AccountBalance,
  AccountRef,
  ActFacts,
  LedgerAct,
  Locked,
  Lot,
} from './ledger.types.js';
import { toLocked, type LockedJson } from './locked.js';
import type { Planned } from './planned.js';
import { postCall, postParams } from './post-statement.js';

export interface Acted<R> {
  /** The entry of the act. */
  entryId: number;
  result: R;
  /** Every account of the act as it stands after it. */
  balances: AccountBalance[];
}

export interface ReversalAct extends Omit<ActFacts, 'reason'> {
  /** The entry to undo. */
  entryId: number;
  reason: string;
  /** Accounts the caller wants to see after it, beside those of the entry. */
  accounts?: readonly AccountRef[];
  /** How long value lives that returns into a lot that has expired. */
  graceDays?: number;
  allowNegativeStock?: boolean;
}

/** How long value lives that returns into a lot that has expired. */
export const GRACE_DAYS = 30;

/** First round trip of an act; `$1` accounts as JSON, `$2` business date, `$3` entry to reverse, `$4` entry to give back of. */
const LOCK_SQL =
  'SELECT ledger.lock_and_read($1::jsonb, $2::date, $3::bigint, $4::bigint) AS locked';

/** Second round trip; `$1` the document's number, then what was planned. */
const POST_SQL = `SELECT ${postCall(2, '$1::text')} AS entry_id`;

export interface LockStatement {
  text: string;
  params: unknown[];
}

/** The statement that locks and reads the accounts of an act, for a caller that sends it together with others. */
export function lockStatement(
  act: Pick<LedgerAct, 'accounts' | 'businessDate' | 'relatesEntryId'>,
  reverses: number | null = null,
): LockStatement {
  return {
    text: LOCK_SQL,
    params: [refsJson(act.accounts), act.businessDate, reverses, act.relatesEntryId ?? null],
  };
}

/** The accounts of an act as `$1` of ledger.lock_and_read. */
export function refsJson(accounts: readonly AccountRef[]): string {
  return JSON.stringify(
    accounts.map(({ kind, ownerId, unit }) => ({ k: kind, o: ownerId, u: unit })),
  );
}

/** Plans an act on locked accounts: no I/O, the same in tests. */
export function planAct<R>(
  locked: Locked,
  act: Omit<LedgerAct, 'accounts'>,
  plan: (books: Books) => R,
): Planned<R> {
  const books = new Books(locked, act);
  return books.finish(plan(books));
}

/** What still belongs to a reversal, in its transaction: value may have come back to an account that is no longer used. */
export interface ReversalFollower {
  /** Accounts it may move when this entry is reversed: they are locked together with the entry's own. */
  accounts(tx: Tx, entryId: number, named: readonly AccountRef[]): Promise<AccountRef[]>;
  follow(tx: Tx, facts: ActFacts, balances: AccountBalance[], undone: number): Promise<void>;
}

/** The only code that changes a balance. Every act: lock, plan, post, in two round trips. */
@Injectable()
export class Ledger {
  private readonly followers: ReversalFollower[] = [];

  /** Names what is called after every reversal, in its transaction. */
  followReversals(follower: ReversalFollower): void {
    this.followers.push(follower);
  }

  /**
   * One business act, one entry. Locks the accounts it names, lets `plan` decide on what is really there, and posts it.
   * `plan` must have no effect of its own: the transaction may run again.
   * Errors: those of Books (ledger.insufficient, ledger.insufficient_points, ledger.insufficient_visits, ledger.stock_short).
   */
  async act<R>(tx: Tx, act: LedgerAct, plan: (books: Books) => R): Promise<Acted<R>> {
    const locked = await this.lock(tx, act);
    const planned = planAct(locked, act, plan);
    const entryId = await this.post(tx, planned);
    return { entryId, result: planned.result, balances: planned.balances };
  }

  /** Locks and reads the accounts of an act; they stay locked until the transaction ends. */
  async lock(
    tx: Tx,
    act: Pick<LedgerAct, 'accounts' | 'businessDate' | 'relatesEntryId'>,
    reverses: number | null = null,
  ): Promise<Locked> {
    const accounts = [...act.accounts];
    const undone = reverses ?? act.relatesEntryId ?? null;
    if (undone !== null)
      for (const follower of this.followers)
        accounts.push(...(await follower.accounts(tx, undone, act.accounts)));
    const { text, params } = lockStatement({ ...act, accounts }, reverses);
    const locked = toLocked((await tx.one<{ locked: LockedJson }>(text, params)).locked);
    tx.locked(
      'account',
      locked.accounts.map(({ id }) => id),
    );
    return locked;
  }

  /** Writes what was planned and returns the entry's id. `documentNo` is for a number that was drawn last. */
  async post(
    tx: Tx,
    planned: Pick<Planned<unknown>, 'payload'>,
    documentNo: string | null = null,
  ): Promise<number> {
    const { entry_id: entryId } = await tx.one<{ entry_id: number }>(POST_SQL, [
      documentNo,
      ...postParams(planned.payload),
    ]);
    return entryId;
  }

  /**
   * Undoes a whole entry that was keyed by mistake, at most once: draws go back into their lots, grants are taken back,
   * as debt where they are spent (golden G21). Takes the acting store's drawer and business date.
   * Errors: ledger.entry_not_found, ledger.already_reversed, ledger.partly_undone, ledger.not_reversible, ledger.stock_short.
   */
  async reverse(tx: Tx, reversal: ReversalAct): Promise<Acted<void>> {
    const {
      entryId,
      graceDays = GRACE_DAYS,
      allowNegativeStock = false,
      accounts = [],
      ...facts
    } = reversal;
    const locked = await this.lock(tx, { accounts, businessDate: facts.businessDate }, entryId);
    const { original } = locked;
    const act = {
      ...facts,
      memberId: facts.memberId ?? original?.memberId ?? null,
      homeStoreId: facts.homeStoreId ?? original?.homeStoreId ?? null,
      cardStoreId: facts.cardStoreId ?? original?.cardStoreId ?? null,
    };
    const planned = planAct(locked, act, (books) =>
      books.reverse({ graceDays, allowNegativeStock }),
    );
    const made = await this.post(tx, planned);
    await this.reversed(tx, facts, planned.balances, entryId);
    return { entryId: made, result: undefined, balances: planned.balances };
  }

  /** What still belongs to a reversal, or to giving back a part. `reverse` calls it; whoever plans and posts one itself calls it afterwards. */
  async reversed(
    tx: Tx,
    facts: ActFacts,
    balances: AccountBalance[],
    undone: number,
  ): Promise<void> {
    for (const follower of this.followers) await follower.follow(tx, facts, balances, undone);
  }

  /** Releases and expires what is due in these accounts, without any other act. Returns whether anything was. */
  async settle(tx: Tx, act: LedgerAct): Promise<boolean> {
    const planned = new Books(await this.lock(tx, act), act, 'settle').finish(undefined);
    if (planned.hasEntries) await this.post(tx, planned);
    return planned.hasEntries;
  }

  /**
   * Settles every account with something due, each in a transaction of its own: for the nightly job. What it finds due
   * no act would have spent; it brings the books and the reports up to date. Returns how many accounts it settled.
   */
  async settleDue(db: Db, night: { businessDate: string; at: Date }, batch = 500): Promise<number> {
    let settled = 0;
    for (;;) {
      const due = await this.due(db, night.businessDate, batch);
      let progress = 0;
      for (const { account, storeId } of due) {
        const act = { kind: 'settlement', ...night, storeId, staffId: null, accounts: [account] };
        if (await db.write((tx) => this.settle(tx, act))) progress += 1;
      }
      settled += progress;
      if (due.length < batch || progress === 0) return settled;
    }
  }

  /**
   * Up to `limit` accounts with a release or an expiry due on `businessDate`, for the nightly job to settle, with the
   * store that granted the earliest due lot.
   */
  async due(
    sql: Sql,
    businessDate: string,
    limit: number,
  ): Promise<{ account: AccountRef; storeId: number }[]> {
    const rows = await sql.query<AccountRef & { storeId: number }>(
      `SELECT a.kind, a.owner_id AS "ownerId", a.unit, min(l.origin_store_id) AS "storeId"
         FROM ledger.lot l JOIN ledger.account a ON a.id = l.account_id
        WHERE l.state IN ('held', 'open') AND l.remaining > 0
          AND CASE WHEN l.state = 'held' THEN l.releases_on - 1 ELSE l.expires_on END < $1::date
        GROUP BY a.id ORDER BY a.id LIMIT $2`,
      [businessDate, limit],
    );
    return rows.map(({ storeId, ...account }) => ({ account, storeId }));
  }

  /** What is spendable on a business date, due releases and expiries counted in. Accounts that don't exist are zero. */
  balances(
    sql: Sql,
    refs: readonly AccountRef[],
    businessDate: string,
  ): Promise<AccountStanding[]> {
    return balancesOf(sql, refs, businessDate);
  }

  /** Every lot of an account, live ones first, then newest first. */
  lots(sql: Sql, ref: AccountRef, limit = 200): Promise<Lot[]> {
    return lotsOf(sql, ref, limit);
  }

  /** Entries of a member or a wallet, newest first, with what they changed in cents and points (debt counts against). */
  entriesOf(sql: Sql, filter: EntryFilter): Promise<EntryLine[]> {
    return entriesOf(sql, filter);
  }
}
