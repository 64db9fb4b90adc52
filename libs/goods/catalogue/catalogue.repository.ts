import { Injectable } from '@nestjs/common';
import { addRecord, changeRecord, type Sql, type Tx } from '#kernel';
import type { ProductKind, ProductStatus } from './barcode.rules.js';
import { Category, Product, StorePrice } from './catalogue.entity.js';
import type { CategoryRow } from './category-tree.rules.js';
import type { ProductKey } from './product-key.rules.js';
import type { DeskProduct, ProductDetail } from './product.dto.js';

export interface ProductValues {
  sku: string;
  name: string;
  kind: ProductKind;
  unit: string;
  categoryId: number;
  listPriceCents: number;
  costCents: number;
  discountable: boolean;
  weighed: boolean;
  favourite: boolean;
  pointsFactorBps: number;
  status: ProductStatus;
  barcodes: string[];
}

/** A product with the version that it has before an edit. */
export type StandingProduct = ProductValues & { version: number };

// $1 is the store whose price and stock are shown, or null.
const SHOWN = `
  p.id, p.sku, p.name, p.kind, p.unit, p.discountable, p.weighed, p.points_factor_bps AS "pointsFactorBps", c.name AS "categoryName",
  coalesce(sp.price_cents, p.list_price_cents) AS "priceCents",
  CASE WHEN p.kind = 'goods' AND $1::bigint IS NOT NULL THEN coalesce(a.balance, 0) END AS "onHandMilli"`;
const FROM_PRODUCT = `
  FROM product p
  JOIN category c ON c.id = p.category_id
  LEFT JOIN store_price sp ON sp.product_id = p.id AND sp.store_id = $1::bigint
  LEFT JOIN ledger.account a ON a.kind = 'stock' AND a.owner_id = $1::bigint AND a.unit = 'G:' || p.id`;
const LISTED = `${SHOWN}, p.favourite, p.category_id AS "categoryId", p.list_price_cents AS "listPriceCents", p.status, p.version,
  ARRAY(SELECT b.barcode FROM product_barcode b WHERE b.product_id = p.id ORDER BY b.barcode) AS barcodes`;

// One range of the ordered key index serves every prefix; the whole key first, then the shortest.
const PREFIX_HITS = `
  SELECT k.product_id, min(length(k.key)) AS length, bool_or(k.key = $2::text) AS whole
    FROM product_key k WHERE k.key >= $2::text AND k.key < $2::text || U&'\\+10FFFF'
   GROUP BY k.product_id`;

@Injectable()
export class CatalogueRepository {
  categories(sql: Sql): Promise<CategoryRow[]> {
    return sql.query<CategoryRow>(
      'SELECT id, parent_id AS "parentId", depth, code, name FROM category ORDER BY depth, sort, code',
    );
  }

  async categoryDepth(sql: Sql, id: number): Promise<number | undefined> {
    return (await sql.manager.findOneBy(Category, { id }))?.depth;
  }

  async insertCategory(tx: Tx, row: Omit<CategoryRow, 'id'> & { sort: number }): Promise<number> {
    return (await addRecord(tx, Category, row)).id;
  }

  /** Active products with this whole SKU (in search form) or barcode (folded). */
  byCode(
    sql: Sql,
    storeId: number,
    { sku, barcode }: { sku: string; barcode: string },
  ): Promise<DeskProduct[]> {
    return sql.query<DeskProduct>(
      `SELECT ${SHOWN}, coalesce((SELECT b.barcode FROM product_barcode b WHERE b.product_id = p.id AND b.folded = $3 ORDER BY b.barcode LIMIT 1),
                                 (SELECT min(b.barcode) FROM product_barcode b WHERE b.product_id = p.id)) AS barcode ${FROM_PRODUCT}
        WHERE p.status = 'active'
          AND p.id IN (SELECT k.product_id FROM product_key k WHERE (k.key = $2 AND k.kind = 'sku') OR (k.key = $3 AND k.kind = 'barcode')) LIMIT 2`,
      [storeId, sku, barcode],
    );
  }

  candidates(sql: Sql, storeId: number, prefix: string, limit: number): Promise<DeskProduct[]> {
    return sql.query<DeskProduct>(
      `SELECT ${SHOWN}, (SELECT min(b.barcode) FROM product_barcode b WHERE b.product_id = p.id) AS barcode ${FROM_PRODUCT}
         JOIN (${PREFIX_HITS}) hit ON hit.product_id = p.id
        WHERE p.status = 'active' ORDER BY hit.whole DESC, hit.length, p.name, p.id LIMIT $3`,
      [storeId, prefix, limit],
    );
  }

  /** Active products that head office has marked, in the order of their categories. */
  async marked(sql: Sql, limit: number): Promise<number[]> {
    const rows = await sql.query<{ id: number }>(
      `SELECT p.id FROM product p JOIN category c ON c.id = p.category_id
        WHERE p.favourite AND p.status = 'active' ORDER BY c.depth, c.sort, p.name, p.id LIMIT $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /** These products as the till takes them, in this order. */
  forDesk(sql: Sql, storeId: number, ids: readonly number[]): Promise<DeskProduct[]> {
    return sql.query<DeskProduct>(
      `SELECT ${SHOWN}, (SELECT min(b.barcode) FROM product_barcode b WHERE b.product_id = p.id) AS barcode ${FROM_PRODUCT}
        WHERE p.id = ANY ($2::bigint[]) ORDER BY array_position($2::bigint[], p.id)`,
      [storeId, ids],
    );
  }

  detail(
    sql: Sql,
    id: number,
    storeId: number | null,
    storeIds: readonly number[],
  ): Promise<ProductDetail | undefined> {
    return sql.maybe<ProductDetail>(
      `SELECT ${LISTED}, p.cost_cents AS "costCents",
              coalesce((SELECT json_agg(json_build_object('storeId', s.id, 'storeName', s.name, 'priceCents', o.price_cents) ORDER BY s.code)
                          FROM store_price o JOIN store s ON s.id = o.store_id
                         WHERE o.product_id = p.id AND s.id = ANY ($3::bigint[])), '[]') AS "storePrices"
         ${FROM_PRODUCT} WHERE p.id = $2`,
      [storeId, id, storeIds],
    );
  }

  /** The product as it is now, locked against another edit. */
  lock(tx: Tx, id: number): Promise<StandingProduct | undefined> {
    return tx.maybe<StandingProduct>(
      `SELECT sku, name, kind, unit, category_id AS "categoryId", list_price_cents AS "listPriceCents", cost_cents AS "costCents", discountable, weighed, favourite,
              points_factor_bps AS "pointsFactorBps", status, version,
              ARRAY(SELECT barcode FROM product_barcode b WHERE b.product_id = p.id ORDER BY barcode) AS barcodes
         FROM product p WHERE id = $1 FOR NO KEY UPDATE`,
      [id],
    );
  }

  /** Which of these are numbers of cards; those of a previous system have any form. */
  async cardsOf(sql: Sql, numbers: readonly string[]): Promise<Set<string>> {
    const cards = await sql.query<{ cardNo: string }>(
      'SELECT card_no AS "cardNo" FROM card WHERE card_no = ANY ($1::text[])',
      [numbers],
    );
    return new Set(cards.map(({ cardNo }) => cardNo));
  }

  async insert(tx: Tx, { barcodes: _, ...product }: ProductValues): Promise<number> {
    return (await addRecord(tx, Product, product)).id;
  }

  /** A SKU that was doubled is so until it is another one. */
  update(tx: Tx, id: number, was: string, { barcodes: _, ...product }: ProductValues) {
    const skuDoubled = was === product.sku ? undefined : false;
    return changeRecord(tx, Product, id, { ...product, skuDoubled, updatedAt: () => 'now()' });
  }

  async replaceBarcodes(tx: Tx, id: number, barcodes: readonly string[]): Promise<void> {
    await tx.query(
      'DELETE FROM product_barcode WHERE product_id = $1 AND barcode <> ALL ($2::text[])',
      [id, barcodes],
    );
    await tx.query(
      `INSERT INTO product_barcode (barcode, product_id) SELECT code, $1 FROM unnest($2::text[]) code
        WHERE NOT EXISTS (SELECT FROM product_barcode b WHERE b.barcode = code AND b.product_id = $1)`,
      [id, barcodes],
    );
  }

  async replaceKeys(tx: Tx, id: number, keys: readonly ProductKey[]): Promise<void> {
    await tx.query('DELETE FROM product_key WHERE product_id = $1', [id]);
    await tx.query(
      'INSERT INTO product_key (key, kind, product_id) SELECT key, kind, $1 FROM jsonb_to_recordset($2::jsonb) AS k(key text, kind text)',
      [id, JSON.stringify(keys)],
    );
  }

  async storePrice(sql: Sql, productId: number, storeId: number): Promise<number | undefined> {
    return (await sql.manager.findOneBy(StorePrice, { productId, storeId }))?.priceCents;
  }

  /** Returns the price of that store before, null where it sold at the list price. */
  async setStorePrice(
    tx: Tx,
    id: number,
    storeId: number,
    priceCents: number | null,
  ): Promise<number | null> {
    const before = await tx.maybe<{ priceCents: number }>(
      'DELETE FROM store_price WHERE product_id = $1 AND store_id = $2 RETURNING price_cents AS "priceCents"',
      [id, storeId],
    );
    await changeRecord(tx, Product, id, { updatedAt: () => 'now()' });
    if (priceCents !== null)
      await tx.manager.insert(StorePrice, { productId: id, storeId, priceCents });
    return before?.priceCents ?? null;
  }
}
