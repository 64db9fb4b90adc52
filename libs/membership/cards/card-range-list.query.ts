import { byStoreName } from '#chain/stores';
import { by, nothing, sql, type SqlText } from '#kernel/lists';
import { CARD_SECRET_LENGTH } from './card-number.rules.js';

export const CARD_RANGE_SORTS = {
  storeName: byStoreName(sql`r.store_id`),
  prefix: by(sql`r.prefix`),
  createdAt: by(sql`r.created_at`),
};

interface CardRangeFilter {
  q?: string | null | undefined;
  active?: boolean | null | undefined;
}

/** The condition on `r` that a filter means: its first digits, or words of its note. */
export function cardRangeMatches(
  { q, active }: CardRangeFilter,
  storeIds: readonly number[],
): SqlText {
  const digits = q?.replace(/\s/g, '');
  return sql`r.store_id = ANY (${storeIds}::bigint[])
    ${active == null ? nothing : sql`AND r.active = ${active}`}
    ${q ? sql`AND (strpos(r.prefix, ${digits}) > 0 OR strpos(lower(r.note), lower(${q})) > 0)` : nothing}`;
}

// ':' comes right after '9': everything that begins with the prefix lies below it.
const CARDS = sql`FROM card c
  WHERE c.card_no COLLATE "C" >= r.prefix COLLATE "C" AND c.card_no COLLATE "C" < (r.prefix || ':') COLLATE "C"`;

/** How many cards have a number of the range `r`, in stock or handed out. */
export const USED = sql`(SELECT count(*) ${CARDS})`;
/** … of those in stock. */
export const IN_STOCK = sql`(SELECT count(*) ${CARDS} AND c.status = 'in_stock')`;

/** The ranges whose ids a query gives, each with how much of it is used. */
export const cardRangeRows = (ids: SqlText): SqlText => sql`
  SELECT r.id, r.store_id AS "storeId", s.name AS "storeName", r.prefix, r.active, r.version, r.note, r.created_at AS "createdAt",
         n.used, n."inStock", ${10 ** CARD_SECRET_LENGTH}::int AS capacity
    FROM (${ids}) h JOIN card_range r ON r.id = h.id JOIN store s ON s.id = r.store_id
   CROSS JOIN LATERAL (SELECT count(*) AS used, count(*) FILTER (WHERE c.status = 'in_stock') AS "inStock" ${CARDS}) n`;
