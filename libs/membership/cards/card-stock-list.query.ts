import { byStoreName } from '#chain/stores';
import { searchRange } from '#membership/members';
import { by, nothing, sql, type SqlText } from '#kernel/lists';
import { typedCardNo } from './card-number.rules.js';
import type { CardStockState } from './card.rules.js';

export const CARD_STOCK_SORTS = {
  cardNo: by(sql`c.card_no COLLATE "C"`),
  storeName: byStoreName(sql`c.store_id`),
};

interface CardStockFilter {
  q?: string | null;
  state?: CardStockState | null;
}

/** The condition on `c` that a filter means, within these stores. */
export function cardStockMatches(
  { q, state }: CardStockFilter,
  storeIds: readonly number[],
): SqlText {
  const number = q ? searchRange(typedCardNo(q)) : undefined;
  return sql`c.status = 'in_stock' AND c.store_id = ANY (${storeIds}::bigint[])
    ${state ? sql`AND c.stock_state = ${state}` : nothing}
    ${number ? sql`AND c.card_no COLLATE "C" >= ${number.from} AND c.card_no COLLATE "C" < ${number.to}` : nothing}`;
}

/** The rows of a list for the printed cards whose ids a query gives. */
export function cardStockRows(ids: SqlText): SqlText {
  return sql`
    SELECT c.id, c.card_no AS "cardNo", s.name AS "storeName", c.stock_state AS "stockState", c.status_changed_at AS since
      FROM (${ids}) h JOIN card c ON c.id = h.id JOIN store s ON s.id = c.store_id`;
}

export const STOCK_DOCUMENT_SORTS = {
  id: by(sql`d.id`),
  toStoreName: byStoreName(sql`d.to_store_id`),
};

interface StockDocumentFilter {
  kind?: string | null;
  status?: string | null;
}

/** The condition on `d` that a filter means: parcels from or to these stores. */
export function stockDocumentMatches(
  { kind, status }: StockDocumentFilter,
  storeIds: readonly number[],
): SqlText {
  return sql`(d.to_store_id = ANY (${storeIds}::bigint[]) OR d.from_store_id = ANY (${storeIds}::bigint[]))
    ${kind ? sql`AND d.kind = ${kind}` : nothing}
    ${status ? sql`AND d.status = ${status}` : nothing}`;
}

/** The rows of a list for the parcels whose ids a query gives. */
export function stockDocumentRows(ids: SqlText): SqlText {
  return sql`
    SELECT d.id, d.kind, d.status, d.from_store_id AS "fromStoreId", f.name AS "fromStoreName", d.to_store_id AS "toStoreId", t.name AS "toStoreName",
           d.quantity, d.first_no AS "firstNo", d.last_no AS "lastNo", d.note, d.difference_note AS "differenceNote", p.name AS "madeByName",
           d.made_at AS "madeAt", r.name AS "receivedByName", d.received_at AS "receivedAt",
           (SELECT count(*) FROM card_stock_line l WHERE l.document_id = d.id AND l.state = 'missing') AS missing,
           (SELECT count(*) FROM card_stock_line l WHERE l.document_id = d.id AND l.state = 'damaged') AS damaged
      FROM (${ids}) h JOIN card_stock_document d ON d.id = h.id JOIN store t ON t.id = d.to_store_id JOIN staff p ON p.id = d.made_by
      LEFT JOIN store f ON f.id = d.from_store_id LEFT JOIN staff r ON r.id = d.received_by`;
}
