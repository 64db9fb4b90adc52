import { quoteSale, type Rounding, type SaleQuote } from '#pricing';
import { SaleError } from './sale.errors.js';

/** A product as the till's store sells it now. */
export interface SoldProduct {
  id: number;
  name: string;
  kind: 'goods' | 'service';
  status: string;
  priceCents: number;
  discountable: boolean;
  weighed: boolean;
  pointsFactorBps: number;
}

export interface AskedLine {
  productId: number;
  qtyMilli: number;
  /** As the till showed it. */
  unitPriceCents: number;
}

export interface PricedSale {
  quote: SaleQuote;
  /** One per line, in its order. */
  products: SoldProduct[];
}

const UNIT_MILLI = 1_000;

/**
 * Prices a cart at today's prices and holds it against what the till showed.
 * Errors: sale.product_not_for_sale, sale.whole_units_only, sale.price_changed, sale.due_changed.
 */
export function priceSale(
  asked: { lines: readonly AskedLine[]; dueCents: number },
  known: ReadonlyMap<number, SoldProduct>,
  terms: { payRateBps: number; rounding: Rounding },
): PricedSale {
  const products = asked.lines.map(({ productId, qtyMilli }) => {
    const product = known.get(productId);
    if (product?.status !== 'active') throw SaleError.productNotForSale({ productId });
    if (!product.weighed && qtyMilli % UNIT_MILLI !== 0)
      throw SaleError.wholeUnitsOnly({ productId });
    return product;
  });
  const changed = products.filter(
    (product, index) => product.priceCents !== asked.lines[index]?.unitPriceCents,
  );
  if (changed.length) {
    const prices = new Map(changed.map(({ id, priceCents }) => [id, priceCents]));
    throw SaleError.priceChanged({
      lines: [...prices].map(([productId, unitPriceCents]) => ({ productId, unitPriceCents })),
    });
  }
  const lines = asked.lines.map((line, index) => {
    const { discountable, pointsFactorBps } = products[index] as SoldProduct;
    return { ...line, discountable, pointsFactorBps };
  });
  const quote = quoteSale({ lines, payRateBps: terms.payRateBps, rounding: terms.rounding });
  if (quote.dueCents !== asked.dueCents) throw SaleError.dueChanged({ dueCents: quote.dueCents });
  return { quote, products };
}
