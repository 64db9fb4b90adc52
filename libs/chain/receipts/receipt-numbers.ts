import type { Sql } from '#kernel';
import { receiptNoOf } from './receipt-number.rules.js';

/** The next number of a store's day: the row stays locked until the transaction ends. */
export const NEXT_RECEIPT_SEQUENCE = `
  INSERT INTO receipt_counter AS c (store_id, business_date, last_number) VALUES ($1, $2, 1)
  ON CONFLICT (store_id, business_date) DO UPDATE SET last_number = c.last_number + 1
  RETURNING last_number`;

/**
 * The next receipt number of the store that serves. Every sale of that store waits for this row:
 * take it as the last thing a transaction locks.
 */
export async function nextReceiptNo(
  tx: Sql,
  store: { storeId: number; storeCode: string },
  businessDate: string,
): Promise<string> {
  const row = await tx.one<{ last_number: number }>(NEXT_RECEIPT_SEQUENCE, [
    store.storeId,
    businessDate,
  ]);
  return receiptNoOf(store.storeCode, businessDate, row.last_number);
}
