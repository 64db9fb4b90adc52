import { Injectable } from '@nestjs/common';
import type { Sql, StoreClock, Tx } from '#kernel';
import type { OpeningLineInput } from './stock.dto.js';

export interface NewStockDocument {
  documentNo: string;
  kind: 'opening';
  storeId: number;
  businessDate: string;
  at: Date;
  staffId: number;
  entryId: number;
  note: string | null;
}

@Injectable()
export class StockRepository {
  storeClock(sql: Sql, storeId: number): Promise<StoreClock & { code: string }> {
    return sql.one(
      'SELECT code, timezone, cutover_hour AS "cutoverHour" FROM store WHERE id = $1',
      [storeId],
    );
  }

  async goodsAmong(
    sql: Sql,
    productIds: readonly number[],
  ): Promise<Map<number, { weighed: boolean }>> {
    const rows = await sql.query<{ id: number; weighed: boolean }>(
      "SELECT id, weighed FROM product WHERE id = ANY ($1::bigint[]) AND kind = 'goods'",
      [productIds],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** How many documents of this kind the store's day has. The lock makes the next one wait until the transaction ends. */
  async documentsOfDay(tx: Tx, storeId: number, businessDate: string): Promise<number> {
    await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('stock_document', $1))", [
      storeId,
    ]);
    const { count } = await tx.one<{ count: number }>(
      'SELECT count(*) AS count FROM stock_document WHERE store_id = $1 AND business_date = $2',
      [storeId, businessDate],
    );
    return count;
  }

  async insert(
    tx: Tx,
    document: NewStockDocument,
    lines: readonly OpeningLineInput[],
  ): Promise<number> {
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO stock_document (document_no, kind, store_id, business_date, at, staff_id, entry_id, note)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [
        document.documentNo,
        document.kind,
        document.storeId,
        document.businessDate,
        document.at,
        document.staffId,
        document.entryId,
        document.note,
      ],
    );
    await tx.query(
      `INSERT INTO stock_document_line (document_id, line_no, product_id, qty_milli, value_cents)
       SELECT $1, l.no, l.product, l.qty, l.value
         FROM unnest($2::bigint[], $3::bigint[], $4::bigint[]) WITH ORDINALITY AS l(product, qty, value, no)`,
      [
        id,
        lines.map((line) => line.productId),
        lines.map((line) => line.qtyMilli),
        lines.map((line) => line.valueCents),
      ],
    );
    return id;
  }
}
