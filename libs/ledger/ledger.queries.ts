import type { Sql } from '#kernel';
import { Books } from './books.js';
import {
  accountKey,
  type AccountBalance,
  type AccountRef,
  type LockedAccount,
  type Lot,
} from './ledger.types.js';
import { toLocked, type LockedJson } from './locked.js';

/** What may be shown of an account on a date, in its unit. */
export interface AccountStanding extends AccountBalance {
  nextRelease: { on: string; amount: number } | null;
  nextExpiry: { on: string; amount: number } | null;
}

const LOT_COLUMNS = `l.id, l.account_id, l.state, l.joined, l.gifted, l.grace, l.origin_entry_id, l.origin_store_id, l.origin_on,
  l.expires_on, l.releases_on, l.tender, l.terms, l.granted, l.remaining, l.expired, l.forgiven, l.value_cents, l.parent_lot_id`;

const READ_SQL = `WITH wanted AS MATERIALIZED (
    SELECT a.* FROM jsonb_to_recordset($1::jsonb) AS r(k text, o bigint, u text)
      JOIN ledger.account a ON a.kind = r.k AND a.owner_id = r.o AND a.unit = r.u)
  SELECT json_build_object(
    'accounts', (SELECT json_agg(json_build_array(w.id, w.kind, w.owner_id, w.unit, w.balance, w.held, w.debt, w.value_cents, w.version)) FROM wanted w),
    'lots', (SELECT json_agg(json_build_array(${LOT_COLUMNS})) FROM wanted w JOIN ledger.lot l ON l.account_id = w.id
              WHERE l.state IN ('held', 'open') AND l.remaining > 0)) AS read`;

/** Reads without locks, and settles in memory what a job or the next act will settle in the books. */
export async function balancesOf(
  sql: Sql,
  refs: readonly AccountRef[],
  businessDate: string,
): Promise<AccountStanding[]> {
  const json = JSON.stringify(
    refs.map(({ kind, ownerId, unit }) => ({ k: kind, o: ownerId, u: unit })),
  );
  const { read } = await sql.one<{ read: LockedJson }>(READ_SQL, [json]);
  const locked = toLocked({ ...read, original: null });
  const found = new Set(locked.accounts.map(accountKey));
  refs.forEach((ref, index) => {
    if (!found.has(accountKey(ref))) locked.accounts.push(unopened(ref, -1 - index));
  });
  const books = new Books(
    locked,
    { kind: 'reading', businessDate, at: new Date(0), storeId: 0, staffId: null },
    'settle',
  );
  return refs.map((ref) => {
    const lots = books.lots(ref);
    return {
      ...books.balance(ref),
      nextRelease: earliest(
        lots.filter((lot) => lot.state === 'held'),
        (lot) => lot.releasesOn,
      ),
      nextExpiry: earliest(lots, (lot) => lot.expiresOn),
    };
  });
}

const unopened = (ref: AccountRef, id: number): LockedAccount => ({
  ...ref,
  id,
  balance: 0,
  held: 0,
  debt: 0,
  valueCents: 0,
  version: 0,
});

type Remaining = Pick<Lot, 'remaining' | 'expiresOn' | 'releasesOn'>;

function earliest(
  lots: readonly Remaining[],
  dateOf: (lot: Remaining) => string | null,
): { on: string; amount: number } | null {
  const dates = lots.flatMap((lot) => dateOf(lot) ?? []).sort();
  const [on] = dates;
  if (on === undefined) return null;
  return {
    on,
    amount: lots.reduce((sum, lot) => sum + (dateOf(lot) === on ? lot.remaining : 0), 0),
  };
}

export async function lotsOf(sql: Sql, ref: AccountRef, limit: number): Promise<Lot[]> {
  const { lots } = await sql.one<{ lots: LockedJson['lots'] }>(
    `SELECT json_agg(json_build_array(${LOT_COLUMNS})) AS lots FROM (
       SELECT l.* FROM ledger.account a JOIN ledger.lot l ON l.account_id = a.id
        WHERE a.kind = $1 AND a.owner_id = $2 AND a.unit = $3
        ORDER BY l.state NOT IN ('open', 'held'), l.origin_on DESC, l.id DESC LIMIT $4) l`,
    [ref.kind, ref.ownerId, ref.unit, limit],
  );
  return toLocked({ accounts: null, lots, original: null }).lots.map(
    ({ accountId: _, ...lot }) => lot,
  );
}

export interface EntryFilter {
  /** Acts of this member … */
  memberId?: number;
  /** … or acts that moved this wallet, whoever's card was used. */
  walletId?: number;
  limit: number;
  /** Older than this entry. */
  before?: number;
}

/** One act as a statement shows it; amounts signed from the member's side. */
export interface EntryLine {
  entryId: number;
  kind: string;
  businessDate: string;
  at: Date;
  storeId: number;
  staffId: number | null;
  documentKind: string | null;
  documentNo: string | null;
  reason: string | null;
  reversesEntryId: number | null;
  reversed: boolean;
  principalCents: number;
  bonusCents: number;
  points: number;
}

export function entriesOf(sql: Sql, filter: EntryFilter): Promise<EntryLine[]> {
  return sql.query<EntryLine>(
    `SELECT e.id AS "entryId", e.kind, e.business_date AS "businessDate", e.at, e.store_id AS "storeId", e.staff_id AS "staffId",
            e.document_kind AS "documentKind", e.document_no AS "documentNo", e.reason, e.reverses_entry_id AS "reversesEntryId",
            EXISTS (SELECT FROM ledger.reversal r WHERE r.reversed_entry_id = e.id) AS reversed,
            coalesce(m.principal, 0)::bigint AS "principalCents", coalesce(m.bonus, 0)::bigint AS "bonusCents", coalesce(m.points, 0)::bigint AS points
       FROM (SELECT * FROM ledger.entry WHERE member_id = $1 AND id < $3
             UNION
             SELECT * FROM ledger.entry WHERE id < $3 AND id IN (
               SELECT p.entry_id FROM ledger.account a JOIN ledger.posting p ON p.account_id = a.id
                WHERE a.owner_id = $2 AND a.kind IN ('principal', 'bonus', 'visits'))
             ORDER BY id DESC LIMIT $4) e
       LEFT JOIN LATERAL (
         SELECT -sum(p.amount) FILTER (WHERE a.kind = 'principal') AS principal, -sum(p.amount) FILTER (WHERE a.kind = 'bonus') AS bonus,
                -sum(p.amount) FILTER (WHERE a.kind = 'points') AS points
           FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id WHERE p.entry_id = e.id) m ON true
      ORDER BY e.id DESC`,
    [
      filter.memberId ?? null,
      filter.walletId ?? null,
      filter.before ?? Number.MAX_SAFE_INTEGER,
      filter.limit,
    ],
  );
}
