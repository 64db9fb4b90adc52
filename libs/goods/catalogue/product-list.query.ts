import { byCategoryName } from './category.names.js';
import { by, byWords, nothing, sql, type SqlText } from '#kernel/lists';
import type { ProductKind, ProductStatus } from './barcode.rules.js';
import { searchForm } from './product-key.rules.js';

export const PRODUCT_SORTS = {
  name: byWords(sql`p.name`),
  sku: by(sql`p.sku`),
  categoryName: byCategoryName(sql`p.category_id`),
  listPriceCents: by(sql`p.list_price_cents`),
};

/** What a list of products may be narrowed to; what is missing narrows nothing. */
export interface ProductFilter {
  q?: string | null;
  /** With all below it. */
  category?: readonly number[] | null;
  kind?: ProductKind | null;
  status?: ProductStatus | null;
}

/** The condition on `p` that a filter means: one for the screen and the file, and for what lies in stock. */
export function productMatches({ q, category, kind, status }: ProductFilter): SqlText {
  return sql`true
    ${q ? sql`AND p.id IN (${begunWith(searchForm(q))})` : nothing}
    ${category ? sql`AND p.category_id IN (${below(category)})` : nothing}
    ${kind ? sql`AND p.kind = ${kind}` : nothing}
    ${status ? sql`AND p.status = ${status}` : nothing}`;
}

const begunWith = (prefix: string): SqlText =>
  sql`SELECT k.product_id FROM product_key k WHERE k.key >= ${prefix} AND k.key < ${prefix} || U&'\\+10FFFF'`;

const below = (categories: readonly number[]): SqlText => sql`
  WITH RECURSIVE wanted AS (
    SELECT id FROM category WHERE id = ANY (${categories}::bigint[])
    UNION ALL SELECT c.id FROM category c JOIN wanted w ON c.parent_id = w.id)
  SELECT id FROM wanted`;

const PRODUCT_SHOWN = sql`
  p.id, p.sku, p.name, p.kind, p.unit, p.discountable, p.weighed, p.favourite, p.points_factor_bps AS "pointsFactorBps", c.name AS "categoryName",
  coalesce(sp.price_cents, p.list_price_cents) AS "priceCents", p.category_id AS "categoryId", p.list_price_cents AS "listPriceCents", p.status, p.version,
  ARRAY(SELECT b.barcode FROM product_barcode b WHERE b.product_id = p.id ORDER BY b.barcode) AS barcodes`;

/** The rows of a list for the products whose ids a query gives. */
export function productRows(ids: SqlText, storeId: number | null): SqlText {
  return sql`
    SELECT ${PRODUCT_SHOWN}, CASE WHEN p.kind = 'goods' AND ${storeId}::bigint IS NOT NULL THEN coalesce(a.balance, 0) END AS "onHandMilli"
      FROM (${ids}) h JOIN product p ON p.id = h.id JOIN category c ON c.id = p.category_id
      LEFT JOIN store_price sp ON sp.product_id = p.id AND sp.store_id = ${storeId}::bigint
      LEFT JOIN ledger.account a ON a.kind = 'stock' AND a.owner_id = ${storeId}::bigint AND a.unit = 'G:' || p.id`;
}
