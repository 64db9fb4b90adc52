import { quoteSale, type Rounding, type SaleQuote } from '#pricing/rules';

/** A product as the till found it; the price is the one it was quoted at. */
export interface CartProduct {
  productId: number;
  sku: string;
  name: string;
  kind: 'goods' | 'service';
  unit: string;
  weighed: boolean;
  barcode: string | null;
  categoryName: string;
  unitPriceCents: number;
  discountable: boolean;
  pointsFactorBps: number;
  /** Thousandths on hand at this store; null for services. */
  onHandMilli: number | null;
}

export interface CartLine extends CartProduct {
  qtyMilli: number;
}

export interface Cart {
  lines: CartLine[];
  /** Index of the line that keys act on; -1 in an empty cart. */
  selected: number;
}

export const ONE_MILLI = 1_000;
const MAX_QTY_MILLI = 999_999_000;
export const MAX_LINES = 100;

export const EMPTY_CART: Cart = { lines: [], selected: -1 };

/** Adds one more of a product, on its own line the first time. A weighed product starts at nothing: its weight is typed. */
export function addProduct(cart: Cart, product: CartProduct, qtyMilli = ONE_MILLI): Cart {
  const index = cart.lines.findIndex((line) => line.productId === product.productId);
  const present = cart.lines[index];
  if (present) {
    if (product.weighed) return selectLine(cart, index);
    return selectLine(setQuantity(cart, index, present.qtyMilli + qtyMilli), index);
  }
  const line: CartLine = { ...product, qtyMilli: product.weighed ? 0 : qtyMilli };
  return { lines: [...cart.lines, line], selected: cart.lines.length };
}

/** Why a quantity cannot be sold of a product. */
export type QuantityProblem = 'unreadable' | 'nothing' | 'split_piece' | 'too_much';

/** Whether a quantity can be sold: a piece is never split, and a sale has its limits. `null`: nobody can read it. */
export function quantityProblem(
  line: Pick<CartLine, 'weighed'>,
  qtyMilli: number | null,
): QuantityProblem | null {
  if (qtyMilli === null || Number.isNaN(qtyMilli)) return 'unreadable';
  if (qtyMilli <= 0) return 'nothing';
  if (!line.weighed && qtyMilli % ONE_MILLI !== 0) return 'split_piece';
  return qtyMilli > MAX_QTY_MILLI ? 'too_much' : null;
}

/** Sets a line's quantity; one that cannot be sold changes nothing. */
export function setQuantity(cart: Cart, index: number, qtyMilli: number): Cart {
  return {
    ...cart,
    lines: cart.lines.map((line, at) =>
      at === index && !quantityProblem(line, qtyMilli) ? { ...line, qtyMilli } : line,
    ),
  };
}

/** One piece, or 100 g of a weighed product, more or less. */
export function stepQuantity(cart: Cart, index: number, direction: 1 | -1): Cart {
  const line = cart.lines[index];
  if (!line) return cart;
  const step = line.weighed ? 100 : ONE_MILLI;
  return setQuantity(cart, index, line.qtyMilli + direction * step);
}

export function removeLine(cart: Cart, index: number): Cart {
  const lines = cart.lines.filter((_, at) => at !== index);
  const selected = index < cart.selected ? cart.selected - 1 : cart.selected;
  return { lines, selected: Math.min(selected, lines.length - 1) };
}

export function selectLine(cart: Cart, index: number): Cart {
  return { ...cart, selected: Math.min(Math.max(index, 0), cart.lines.length - 1) };
}

/** Takes over prices that changed since they were quoted. */
export function takePrices(
  cart: Cart,
  prices: readonly { productId: number; unitPriceCents: number }[],
): Cart {
  const changed = new Map(prices.map((price) => [price.productId, price.unitPriceCents]));
  return {
    ...cart,
    lines: cart.lines.map((line) => ({
      ...line,
      unitPriceCents: changed.get(line.productId) ?? line.unitPriceCents,
    })),
  };
}

/** The weighed lines that still wait for their weight. */
export function linesWithoutQuantity(cart: Cart): number[] {
  return cart.lines.flatMap((line, index) => (line.qtyMilli === 0 ? [index] : []));
}

/** Pieces in the cart, a weighed line counting as one. */
export function pieceCount(cart: Cart): number {
  return cart.lines.reduce((sum, line) => sum + (line.weighed ? 1 : line.qtyMilli / ONE_MILLI), 0);
}

/** What the cart costs, by the same arithmetic as the server's. */
export function quoteCart(cart: Cart, payRateBps: number, rounding: Rounding): SaleQuote {
  return quoteSale({ lines: cart.lines, payRateBps, rounding });
}
