import { addDays, type Sql } from '#kernel';
import { IS_MONEY } from '#ledger';
import type { BirthdayOfYear } from '#membership/members';
import type { LastVerification, OverviewDay, PinAtTwoStores } from './overview.dto.js';

/** Fewer thousandths than this of a product at a store are few. */
const LOW_STOCK_MILLI = 5_000;

export interface Span {
  storeIds: readonly number[];
  from: string;
  to: string;
}

// Each figure has its one definition here; a period, the period before and the days all use it.

/** Money in and out of tills and payment providers, by day: the ledger's tender accounts. */
export function receivedByDay(
  sql: Sql,
  { storeIds, from, to }: Span,
): Promise<{ date: string; cents: number }[]> {
  return sql.query(
    `SELECT e.business_date AS date, sum(p.amount)::bigint AS cents
       FROM ledger.entry e JOIN ledger.posting p ON p.entry_id = e.id
      WHERE ${IS_MONEY} AND p.store_id = ANY($1) AND e.business_date BETWEEN $2 AND $3
      GROUP BY e.business_date`,
    [storeIds, from, to],
  );
}

/** What was due for the sales that stand, less what came back of them, by the day of the sale. */
export function consumptionByDay(
  sql: Sql,
  { storeIds, from, to }: Span,
): Promise<{ date: string; cents: number }[]> {
  return sql.query(
    `SELECT business_date AS date, sum(due_cents - returned_cents)::bigint AS cents
       FROM sale WHERE store_id = ANY($1) AND business_date BETWEEN $2 AND $3 AND voided_at IS NULL GROUP BY business_date`,
    [storeIds, from, to],
  );
}

/** Stored value of the members whose home is one of the stores, unreleased bonus included, at the end of a day. */
export async function liabilityAt(
  sql: Sql,
  storeIds: readonly number[],
  date: string,
): Promise<{ principal: number; bonus: number }> {
  const rows = await sql.query<{ kind: 'principal' | 'bonus'; cents: number }>(
    `WITH theirs AS (
       SELECT a.id, a.kind, a.balance + a.held AS cents
         FROM ledger.account a JOIN wallet w ON w.id = a.owner_id JOIN member m ON m.id = w.member_id
        WHERE a.kind IN ('principal', 'bonus') AND m.home_store_id = ANY($1)),
     since AS (
       SELECT t.kind, -p.amount AS cents
         FROM ledger.entry e JOIN ledger.posting p ON p.entry_id = e.id JOIN theirs t ON t.id = p.account_id
        WHERE e.business_date > $2 AND p.facet IN ('balance', 'held'))
     SELECT kind, sum(cents)::bigint AS cents
       FROM (SELECT kind, cents FROM theirs UNION ALL SELECT kind, -cents FROM since) c GROUP BY kind`,
    [storeIds, date],
  );
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.cents ?? 0;
  return { principal: of('principal'), bonus: of('bonus') };
}

export async function newMembers(sql: Sql, { storeIds, from, to }: Span): Promise<number> {
  const text =
    "SELECT count(*) FROM member WHERE home_store_id = ANY($1) AND joined_on BETWEEN $2 AND $3 AND status <> 'merged'";
  return (await sql.one<{ count: number }>(text, [storeIds, from, to])).count;
}

export async function activeMembers(sql: Sql, { storeIds, from, to }: Span): Promise<number> {
  const text = `SELECT count(DISTINCT member_id) FROM sale
    WHERE store_id = ANY($1) AND business_date BETWEEN $2 AND $3 AND voided_at IS NULL AND member_id IS NOT NULL`;
  return (await sql.one<{ count: number }>(text, [storeIds, from, to])).count;
}

/** Members of the stores whose day of birth is one of these, of either calendar. */
export async function birthdays(
  sql: Sql,
  storeIds: readonly number[],
  days: readonly BirthdayOfYear[],
): Promise<number> {
  // Who was born in a leap month may keep the day in the plain one, or in both.
  const text = `SELECT count(*) FROM member m
    WHERE m.home_store_id = ANY($1) AND m.status = 'active' AND EXISTS (
      SELECT FROM jsonb_to_recordset($2::jsonb) AS d(calendar text, month int, day int, "leapMonth" boolean)
       WHERE m.birthday_calendar = d.calendar AND m.birth_month = d.month AND m.birth_day = d.day
         AND CASE WHEN NOT m.birth_leap_month THEN NOT d."leapMonth"
                  ELSE coalesce(m.birthday_preference, 'leap') = 'both' OR d."leapMonth" = (coalesce(m.birthday_preference, 'leap') = 'leap') END)`;
  return (await sql.one<{ count: number }>(text, [storeIds, JSON.stringify(days)])).count;
}

export async function lowStock(sql: Sql, storeIds: readonly number[]): Promise<number> {
  const text = `SELECT count(*) FROM ledger.account a JOIN product p ON a.unit = 'G:' || p.id
    WHERE a.kind = 'stock' AND a.owner_id = ANY($1) AND a.balance < $2 AND p.status = 'active' AND p.kind = 'goods'`;
  return (await sql.one<{ count: number }>(text, [storeIds, LOW_STOCK_MILLI])).count;
}

export async function lastVerification(sql: Sql): Promise<LastVerification | null> {
  return (
    (await sql.maybe<LastVerification>(
      "SELECT started_at AS at, findings = '[]'::jsonb AS clean FROM books_verification ORDER BY id DESC LIMIT 1",
    )) ?? null
  );
}

/** Approval PINs that were used at two stores within half an hour, in the last seven days: a line a person, the newest first. */
export function pinsAtTwoStores(sql: Sql): Promise<PinAtTwoStores[]> {
  return sql.query(
    `SELECT f.name AS "staffName", s.name AS "storeName", a.after ->> 'otherStoreName' AS "otherStoreName",
            greatest((a.after ->> 'minutes')::int, 1) AS minutes, a.at, a.times
       FROM (SELECT DISTINCT ON (subject_id) *, count(*) OVER (PARTITION BY subject_id) AS times FROM audit_record
              WHERE at > now() - interval '7 days' AND action = 'staff.pin_two_stores' ORDER BY subject_id, at DESC, id DESC) a
       JOIN staff f ON f.id::text = a.subject_id JOIN store s ON s.id = a.store_id ORDER BY a.at DESC LIMIT 10`,
  );
}

/** Every day of the span, also those without a sale. */
export function daysOf(
  span: Span,
  consumption: readonly { date: string; cents: number }[],
  received: readonly { date: string; cents: number }[],
): OverviewDay[] {
  const used = new Map(consumption.map(({ date, cents }) => [date, cents]));
  const taken = new Map(received.map(({ date, cents }) => [date, cents]));
  const days: OverviewDay[] = [];
  for (let date = span.from; date <= span.to; date = addDays(date, 1)) {
    days.push({ date, consumptionCents: used.get(date) ?? 0, receivedCents: taken.get(date) ?? 0 });
  }
  return days;
}
