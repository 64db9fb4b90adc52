import {
  addProduct,
  type CartProduct,
  EMPTY_CART,
  linesWithoutQuantity,
  pieceCount,
  quoteCart,
  removeLine,
  selectLine,
  quantityProblem,
  setQuantity,
  stepQuantity,
  takePrices,
} from './cart.rules.js';

const product = (productId: number, unitPriceCents: number, weighed = false): CartProduct => ({
  productId,
  sku: `S${productId}`,
  name: `product ${productId}`,
  kind: 'goods',
  unit: weighed ? 'kg' : 'pcs',
  weighed,
  barcode: null,
  categoryName: '',
  unitPriceCents,
  discountable: true,
  pointsFactorBps: 10_000,
  onHandMilli: 18_000,
});
const LATTE = product(1, 2800);
const SHAMPOO = product(2, 8900);
const CHERRIES = product(3, 3980, true);

describe('a cart', () => {
  it('counts the same product up and selects it', () => {
    const cart = addProduct(addProduct(addProduct(EMPTY_CART, LATTE), SHAMPOO), LATTE);
    expect(cart.lines.map((line) => line.qtyMilli)).toEqual([2000, 1000]);
    expect(cart.selected).toBe(0);
    expect(pieceCount(cart)).toBe(3);
  });

  it('waits for the weight of what is weighed', () => {
    const cart = addProduct(EMPTY_CART, CHERRIES);
    expect(linesWithoutQuantity(cart)).toEqual([0]);
    const weighed = setQuantity(cart, 0, 1235);
    expect(linesWithoutQuantity(weighed)).toEqual([]);
    expect(quoteCart(weighed, 10_000, 'none').dueCents).toBe(4915);
    expect(quoteCart(weighed, 9500, 'none').dueCents).toBe(4670);
    expect(addProduct(weighed, CHERRIES).lines[0]?.qtyMilli).toBe(1235);
  });

  it('steps by one piece and never below one', () => {
    const cart = stepQuantity(addProduct(EMPTY_CART, LATTE), 0, -1);
    expect(cart.lines[0]?.qtyMilli).toBe(1000);
    expect(stepQuantity(cart, 0, 1).lines[0]?.qtyMilli).toBe(2000);
  });

  it.each([
    ['half a piece', 1500, 'split_piece'],
    ['nothing', 0, 'nothing'],
    ['less than nothing', -1000, 'nothing'],
    ['a million pieces', 1_000_000_000, 'too_much'],
    ['what nobody can read', null, 'unreadable'],
  ])('refuses %s, and the line keeps its quantity', (_what, milli, problem) => {
    const cart = setQuantity(addProduct(EMPTY_CART, LATTE), 0, 3000);
    expect(quantityProblem(LATTE, milli)).toBe(problem);
    expect(setQuantity(cart, 0, milli ?? NaN).lines[0]?.qtyMilli).toBe(3000);
  });

  it('takes half a kilogram of what is weighed', () => {
    expect(quantityProblem(CHERRIES, 500)).toBeNull();
  });

  it('keeps a line selected when one is taken out', () => {
    const cart = addProduct(addProduct(addProduct(EMPTY_CART, LATTE), SHAMPOO), CHERRIES);
    expect(removeLine(cart, 2).selected).toBe(1);
    expect(removeLine(cart, 0).selected).toBe(1);
    expect(removeLine(addProduct(EMPTY_CART, LATTE), 0)).toEqual({ lines: [], selected: -1 });
    expect(selectLine(cart, 9).selected).toBe(2);
    expect(selectLine(cart, -4).selected).toBe(0);
  });

  it('takes over changed prices only where they changed', () => {
    const cart = addProduct(addProduct(EMPTY_CART, LATTE), SHAMPOO);
    const changed = takePrices(cart, [{ productId: 2, unitPriceCents: 9900 }]);
    expect(changed.lines.map((line) => line.unitPriceCents)).toEqual([2800, 9900]);
  });
});
