import { quantityProblem } from '#kernel/rules';
import { StockError } from './stock.errors.js';

/** KC-RM-20261122-01: the nth opening document of the store's day. */
export function openingNoOf(storeCode: string, businessDate: string, nth: number): string {
  return `KC-${storeCode}-${businessDate.replaceAll('-', '')}-${String(nth).padStart(2, '0')}`;
}

/** Errors: stock.product_twice, stock.not_goods, stock.whole_units_only. */
export function assertOpenable(
  lines: readonly { productId: number; qtyMilli: number }[],
  goods: ReadonlyMap<number, { weighed: boolean }>,
): void {
  const seen = new Set<number>();
  for (const { productId, qtyMilli } of lines) {
    if (seen.has(productId)) throw StockError.productTwice({ productId });
    seen.add(productId);
    const product = goods.get(productId);
    if (!product) throw StockError.notGoods({ productId });
    if (quantityProblem(qtyMilli, product) === 'split_piece')
      throw StockError.wholeUnitsOnly({ productId });
  }
}
