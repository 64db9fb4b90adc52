import { byStoreName } from '#chain/stores';
import { productMatches } from '#goods/catalogue';
import { by, byWords, nothing, sql, type SqlText } from '#kernel/lists';

export const STOCK_STATES = ['in_stock', 'none', 'negative'] as const;
export type StockState = (typeof STOCK_STATES)[number];

export const STOCK_SORTS = {
  name: byWords(sql`p.name`),
  sku: by(sql`p.sku`),
  storeName: byStoreName(sql`a.owner_id`),
  // They change with every sale: an index on them would be written with every line sold.
  onHandMilli: by(sql`a.balance`, 'unindexed'),
  valueCents: by(sql`a.value_cents`, 'unindexed'),
};

/** Goods with an account in a store. */
export const STOCK = sql`product p JOIN ledger.account a ON a.kind = 'stock' AND a.unit = 'G:' || p.id`;

export interface StockFilter {
  q?: string | null;
  category?: readonly number[] | null;
  state?: StockState | null;
}

const STATES: Record<StockState, SqlText> = {
  in_stock: sql`a.balance > 0`,
  none: sql`a.balance = 0`,
  negative: sql`a.balance < 0`,
};

/** The condition on `a` and `p` that a filter means, within these stores. */
export function stockMatches(
  { state, ...product }: StockFilter,
  storeIds: readonly number[],
): SqlText {
  return sql`a.owner_id = ANY (${storeIds}::bigint[]) ${state ? sql`AND ${STATES[state]}` : nothing} AND ${productMatches(product)}`;
}

/** The rows of a list for the accounts whose ids a query gives. */
export function stockRows(ids: SqlText): SqlText {
  return sql`
    SELECT a.id, p.id AS "productId", p.sku, p.name, p.unit, c.name AS "categoryName", s.id AS "storeId", s.name AS "storeName",
           a.balance AS "onHandMilli", a.value_cents AS "valueCents"
      FROM (${ids}) h JOIN ledger.account a ON a.id = h.id JOIN store s ON s.id = a.owner_id
      JOIN product p ON p.id = substr(a.unit, 3)::bigint JOIN category c ON c.id = p.category_id`;
}
