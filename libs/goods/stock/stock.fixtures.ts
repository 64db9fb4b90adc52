import type { Tx } from '#kernel';
import { House, Ledger, stockOf } from '#ledger';
import { StockRepository } from './stock.repository.js';

let count = 0;

/** Puts goods on a store's shelf by an opening document. Quantity in thousandths, value in cents. */
export async function openedStock(
  tx: Tx,
  opening: {
    storeId: number;
    staffId: number;
    businessDate?: string;
    lines: { productId: number; qtyMilli: number; valueCents: number }[];
  },
): Promise<number> {
  count += 1;
  const { storeId, staffId, lines, businessDate = '2026-01-01' } = opening;
  const documentNo = `KC-T-${count}`;
  const at = new Date(`${businessDate}T04:00:00Z`);
  const act = {
    kind: 'stock_opening',
    businessDate,
    at,
    storeId,
    staffId,
    document: { kind: 'stock_document', no: documentNo },
    accounts: lines.map(({ productId }) => stockOf(storeId, productId)),
  };
  const { entryId } = await new Ledger().act(tx, act, (books) => {
    for (const line of lines)
      books.stockIn(
        storeId,
        line.productId,
        line.qtyMilli,
        line.valueCents,
        House.stockOpening(storeId),
      );
  });
  return new StockRepository().insert(
    tx,
    { documentNo, kind: 'opening', storeId, businessDate, at, staffId, entryId, note: null },
    lines,
  );
}
