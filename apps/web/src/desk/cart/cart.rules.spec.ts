import { quoteSale } from '#goods/pricing/rules';
import {
  addLine,
  type CartLine,
  EMPTY_CART,
  linesWithoutQuantity,
  pieceCount,
  removeLine,
  replaceLine,
  selectLine,
  setQuantity,
  stepQuantity,
  takePrices,
} from './cart.rules.js';

const product = (id: number, unitPriceCents: number, weighed = false): CartLine => ({
  kind: 'product',
  key: `product ${id}`,
  unit: weighed ? 'kg' : 'pcs',
  weighed,
  qtyMilli: weighed ? 0 : 1000,
  unitPriceCents,
  discountable: true,
  pointsFactorBps: 10_000,
});
const amount = (key: string, unitPriceCents: number): CartLine => ({
  ...product(0, unitPriceCents),
  kind: 'quick',
  key,
  single: true,
});
const LATTE = product(1, 2800);
const SHAMPOO = product(2, 8900);
const CHERRIES = product(3, 3980, true);

describe('a cart', () => {
  it('counts the same product up and selects it', () => {
    const cart = addLine(addLine(addLine(EMPTY_CART, LATTE), SHAMPOO), LATTE);
    expect(cart.lines.map((line) => line.qtyMilli)).toEqual([2000, 1000]);
    expect(cart.selected).toBe(0);
    expect(pieceCount(cart)).toBe(3);
  });

  it('waits for the weight of what is weighed', () => {
    const cart = addLine(EMPTY_CART, CHERRIES);
    expect(linesWithoutQuantity(cart)).toEqual([0]);
    const weighed = setQuantity(cart, 0, 1235);
    expect(linesWithoutQuantity(weighed)).toEqual([]);
    const due = (payRateBps: number): number =>
      quoteSale({ lines: weighed.lines, payRateBps, rounding: 'none' }).dueCents;
    expect([due(10_000), due(9500)]).toEqual([4915, 4670]);
    expect(addLine(weighed, CHERRIES).lines[0]?.qtyMilli).toBe(1235);
  });

  it('steps by one piece and never below one', () => {
    const cart = stepQuantity(addLine(EMPTY_CART, LATTE), 0, -1);
    expect(cart.lines[0]?.qtyMilli).toBe(1000);
    expect(stepQuantity(cart, 0, 1).lines[0]?.qtyMilli).toBe(2000);
  });

  it.each([
    ['half a piece', 1500],
    ['nothing', 0],
    ['less than nothing', -1000],
    ['a million pieces', 1_000_000_000],
    ['what nobody can read', NaN],
  ])('refuses %s, and the line keeps its quantity', (_what, milli) => {
    const cart = setQuantity(addLine(EMPTY_CART, LATTE), 0, 3000);
    expect(setQuantity(cart, 0, milli).lines[0]?.qtyMilli).toBe(3000);
  });

  it('takes half a kilogram of what is weighed', () => {
    const cart = setQuantity(addLine(EMPTY_CART, CHERRIES), 0, 500);
    expect(cart.lines[0]?.qtyMilli).toBe(500);
  });

  it('keeps a line selected when one is taken out', () => {
    const cart = addLine(addLine(addLine(EMPTY_CART, LATTE), SHAMPOO), CHERRIES);
    expect(removeLine(cart, 2).selected).toBe(1);
    expect(removeLine(cart, 0).selected).toBe(1);
    expect(removeLine(addLine(EMPTY_CART, LATTE), 0)).toEqual({ lines: [], selected: -1 });
    expect(selectLine(cart, 9).selected).toBe(2);
    expect(selectLine(cart, -4).selected).toBe(0);
  });

  it('takes over changed prices only where they changed', () => {
    const cart = addLine(addLine(EMPTY_CART, LATTE), SHAMPOO);
    const changed = takePrices(cart, [{ key: 'product 2', unitPriceCents: 9900 }]);
    expect(changed.lines.map((line) => line.unitPriceCents)).toEqual([2800, 9900]);
  });

  it('has an amount without goods as often as it is added, each changed by itself and never counted up', () => {
    const cart = addLine(addLine(addLine(EMPTY_CART, LATTE), amount('a', 500)), amount('b', 500));
    expect(pieceCount(cart)).toBe(3);
    const changed = replaceLine(stepQuantity(cart, 1, 1), amount('b', 900));
    expect(changed.lines.map((line) => [line.qtyMilli, line.unitPriceCents])).toEqual([
      [1000, 2800],
      [1000, 500],
      [1000, 900],
    ]);
    expect(replaceLine(removeLine(changed, 2), amount('b', 700)).lines).toHaveLength(2);
  });
});
