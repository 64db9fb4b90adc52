import type { DemoProduct } from './demo-catalogue.js';
import type { Cart } from './demo-sale-rows.js';
import type { SeededRandom, WeightedChoice } from './random.js';

/** What somebody takes to the till: one to four things, each once, as far as the store has them. */
export function demoCart(
  random: SeededRandom,
  popular: WeightedChoice<DemoProduct>,
  onHand: (product: DemoProduct) => number,
): Cart {
  const lines: Cart = [];
  for (
    let count = random.weighted([
      [1, 46],
      [2, 30],
      [3, 16],
      [4, 8],
    ]);
    count > 0;
    count -= 1
  ) {
    const product = popular.pick(random);
    const qtyMilli = product.weighed
      ? random.whole(80, 900)
      : product.kind === 'goods'
        ? random.weighted([
            [1000, 82],
            [2000, 14],
            [3000, 4],
          ])
        : 1000;
    const left = product.kind === 'service' ? Infinity : onHand(product);
    if (left >= qtyMilli && !lines.some((line) => line.product === product))
      lines.push({ product, qtyMilli });
  }
  return lines;
}
