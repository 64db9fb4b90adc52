import type { SaleLine } from '#goods/pricing/rules';
import { quantityProblem } from '#kernel/rules';

/** What every line of a cart has; its kind adds to it. It is kept through reloads: plain data, no words. */
export interface CartLine extends SaleLine {
  /** As the server calls it. */
  kind: string;
  /** One of its own for every line: what comes again under the same key is counted up. */
  key: string;
  /** Sold by weight, which is typed; else by the piece. */
  weighed: boolean;
  unit: string;
  /** One of it is sold: it has no quantity to change. */
  single?: true;
}

export interface Cart {
  lines: CartLine[];
  /** Index of the line that keys act on; -1 in an empty cart. */
  selected: number;
}

export const ONE_MILLI = 1_000;
export const MAX_LINES = 100;

export const EMPTY_CART: Cart = { lines: [], selected: -1 };

/** Adds a line; counts up the one that has its key. What is weighed keeps the weight that was typed. */
export function addLine(cart: Cart, line: CartLine): Cart {
  const index = indexOf(cart, line.key);
  const present = cart.lines[index];
  if (!present) return { lines: [...cart.lines, line], selected: cart.lines.length };
  if (line.weighed) return selectLine(cart, index);
  return selectLine(setQuantity(cart, index, present.qtyMilli + line.qtyMilli), index);
}

/** Puts a changed line in the place of what it was; a line that is gone stays so. */
export function replaceLine(cart: Cart, line: CartLine): Cart {
  return { ...cart, lines: cart.lines.map((each) => (each.key === line.key ? line : each)) };
}

export const indexOf = (cart: Cart, key: string): number =>
  cart.lines.findIndex((line) => line.key === key);

/** Sets a line's quantity; one that cannot be sold changes nothing. */
export function setQuantity(cart: Cart, index: number, qtyMilli: number): Cart {
  return {
    ...cart,
    lines: cart.lines.map((line, at) =>
      at === index && !line.single && !quantityProblem(qtyMilli, line)
        ? { ...line, qtyMilli }
        : line,
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
  prices: readonly Pick<CartLine, 'key' | 'unitPriceCents'>[],
): Cart {
  const changed = new Map(prices.map(({ key, unitPriceCents }) => [key, unitPriceCents]));
  return {
    ...cart,
    lines: cart.lines.map((line) => ({
      ...line,
      unitPriceCents: changed.get(line.key) ?? line.unitPriceCents,
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
