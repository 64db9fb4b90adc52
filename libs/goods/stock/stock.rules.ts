import { StockError } from './stock.errors.js';

/** KC-RM-20261122-01: the nth opening document of the store's day. */
export function openingNoOf(storeCode: string, businessDate: string, nth: number): string {
  return `KC-${storeCode}-${businessDate.replaceAll('-', '')}-${String(nth).padStart(2, '0')}`;
}

/** Errors: stock.product_twice, stock.not_goods. */
export function assertOpenable(productIds: readonly number[], goods: ReadonlySet<number>): void {
  const seen = new Set<number>();
  for (const productId of productIds) {
    if (seen.has(productId)) throw StockError.productTwice({ productId });
    if (!goods.has(productId)) throw StockError.notGoods({ productId });
    seen.add(productId);
  }
}
