import { defineErrors } from '#kernel';

export const StockError = defineErrors('stock', {
  /** Too little on the shelf. availableMilli in thousandths. */
  short: { status: 409, params: ['productId', 'availableMilli'] },
  /** A service, or no product at all: it has no stock. */
  notGoods: { status: 422, params: ['productId'] },
  productTwice: { status: 422, params: ['productId'] },
  /** Sold by the piece: there is no half of it. */
  wholeUnitsOnly: { status: 422, params: ['productId'] },
});
