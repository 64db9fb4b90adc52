import { type BulkLedger, House, stockOf } from '#ledger';
import type { DemoProduct } from './demo-catalogue.js';
import { STORE_WEIGHTS, storeOf } from './organisation.data.js';
import type { SeededRandom } from './random.js';

type Row = Record<string, unknown>;

/** Puts goods on the shelves of every branch, a document each; more where more is sold. */
export function openStock(
  ledger: BulkLedger,
  random: SeededRandom,
  products: readonly DemoProduct[],
  businessDate: string,
): { documents: Row[]; documentLines: Row[] } {
  const documents: Row[] = [];
  const documentLines: Row[] = [];
  const at = new Date(`${businessDate}T02:00:00Z`);
  for (const [storeId, weight] of STORE_WEIGHTS) {
    const store = storeOf(storeId);
    const lines = products
      .filter((product) => product.kind === 'goods')
      .map((product) => {
        const units = product.weighed
          ? random.whole(40, 90)
          : Math.ceil((product.weight * weight) / 2.4) + random.whole(6, 40);
        return { product, qtyMilli: units * 1000, valueCents: units * product.costCents };
      });
    const documentNo = `${store.code}-QC-${businessDate.replaceAll('-', '')}-01`;
    const { entryId } = ledger.act(
      {
        kind: 'stock_opening',
        businessDate,
        at,
        storeId,
        staffId: 1,
        document: { kind: 'stock_document', no: documentNo },
        accounts: lines.map(({ product }) => stockOf(storeId, product.id)),
      },
      (books) => {
        for (const line of lines)
          books.stockIn(
            storeId,
            line.product.id,
            line.qtyMilli,
            line.valueCents,
            House.stockOpening(storeId),
          );
      },
    );
    const id = documents.length + 1;
    documents.push({
      id,
      document_no: documentNo,
      kind: 'opening',
      store_id: storeId,
      business_date: businessDate,
      at: at.toISOString(),
      staff_id: 1,
      entry_id: entryId,
      note: '期初入库',
    });
    lines.forEach(({ product, qtyMilli, valueCents }, index) =>
      documentLines.push({
        document_id: id,
        line_no: index + 1,
        product_id: product.id,
        qty_milli: qtyMilli,
        value_cents: valueCents,
      }),
    );
  }
  return { documents, documentLines };
}
