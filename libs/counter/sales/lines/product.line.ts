import { Cents, Id, OneOf, QtyMilli, unknownId } from '#kernel';
import { type Books, House, stockOf } from '#ledger';
import { defineSaleLine, LineInput, type PricedLine, type SoldLine } from '#goods/lines';
import { StockError } from '#goods/stock';
import { SaleError } from '../sale.errors.js';
import words from '../words/sale-lines.locale.js';

export class ProductLineInput extends LineInput {
  @OneOf(['product'], { optional: true }) override kind?: 'product' | null;
  @Id() productId!: number;
  @QtyMilli() qtyMilli!: number;
  /** As the till showed it; another price today refuses the sale. */
  @Cents() unitPriceCents!: number;
}

/** A product as the till's store sells it now. */
export interface SoldProduct {
  id: number;
  name: string;
  kind: 'goods' | 'service';
  status: string;
  priceCents: number;
  priceSource: 'list' | 'store';
  priceVersion: number;
  discountable: boolean;
  weighed: boolean;
  pointsFactorBps: number;
}

export interface ProductLine extends PricedLine {
  productId: number;
  isGoods: boolean;
}

interface ProductTerms {
  allowNegativeStock: boolean;
}

const UNIT_MILLI = 1_000;

/**
 * Goods and services out of the catalogue. Errors: sale.product_not_for_sale, sale.whole_units_only, sale.price_changed,
 * stock.short.
 */
export const productLine = defineSaleLine<ProductLineInput, SoldProduct, ProductLine, ProductTerms>(
  {
    kind: 'product',
    words: { 'zh-CN': words['zh-CN'].lineKinds.product, en: words.en.lineKinds.product },
    input: ProductLineInput,
    terms: async (settings) => ({ allowNegativeStock: await settings.get('stock.allow_negative') }),
    facts: {
      asked: (lines) => [...new Set(lines.map(({ productId }) => productId))],
      // The products stand in a subquery so that one plan serves every cart.
      sql: ({ store, asked }) => `
      SELECT json_build_object('id', p.id, 'name', p.name, 'kind', p.kind, 'status', p.status,
               'priceCents', coalesce(o.price_cents, p.list_price_cents),
               'priceSource', CASE WHEN o.product_id IS NULL THEN 'list' ELSE 'store' END,
               'priceVersion', coalesce(o.price_version, p.price_version), 'discountable', p.discountable, 'weighed', p.weighed,
               'pointsFactorBps', p.points_factor_bps) AS facts,
             CASE WHEN p.kind = 'goods' THEN jsonb_build_object('k', 'stock', 'o', ${store}, 'u', 'G:' || p.id) END AS account
        FROM product p LEFT JOIN store_price o ON o.product_id = p.id AND o.store_id = ${store}
       WHERE p.id = ANY ((SELECT ${asked}::bigint[])::bigint[])`,
    },
    price(asked, facts) {
      const known = new Map(facts.map((product) => [product.id, product]));
      const products = asked.map(({ at, input: { productId, qtyMilli } }) => {
        const product = known.get(productId);
        if (!product) throw unknownId(`lines.${at}.productId`);
        if (product.status !== 'active') throw SaleError.productNotForSale({ productId });
        if (!product.weighed && qtyMilli % UNIT_MILLI !== 0)
          throw SaleError.wholeUnitsOnly({ productId });
        return product;
      });
      const changed = products.filter(
        ({ priceCents }, index) => priceCents !== asked[index]?.input.unitPriceCents,
      );
      if (changed.length) {
        const prices = new Map(changed.map(({ id, priceCents }) => [id, priceCents]));
        throw SaleError.priceChanged({
          lines: [...prices].map(([productId, unitPriceCents]) => ({ productId, unitPriceCents })),
        });
      }
      return products.map((product, index) => ({
        productId: product.id,
        name: product.name,
        isGoods: product.kind === 'goods',
        qtyMilli: asked[index]?.input.qtyMilli ?? 0,
        unitPriceCents: product.priceCents,
        price: { source: product.priceSource, version: product.priceVersion },
        discountable: product.discountable,
        pointsFactorBps: product.pointsFactorBps,
      }));
    },
    plan: (books: Books, lines, storeId, { allowNegativeStock }) =>
      lines.map(({ productId, qtyMilli, isGoods }, index) => {
        if (!isGoods) return 0;
        const { balance } = books.balance(stockOf(storeId, productId));
        if (qtyMilli > balance && !allowNegativeStock) {
          const availableMilli = onHandBefore(lines.slice(0, index), productId, balance);
          throw StockError.short({ productId, availableMilli });
        }
        return books.stockOut(storeId, productId, qtyMilli, { allowNegative: allowNegativeStock });
      }),
    returnAccounts: (parts, { storeId }) => {
      const shelved = parts.filter(({ goods }) => goods === 'shelf');
      return [...new Set(shelved.map(({ productId }) => productId ?? 0))].map((id) =>
        stockOf(storeId, id),
      );
    },
    returnParts(books: Books, parts, { storeId, soldByStoreId }) {
      const cost = House.costOfSales(soldByStoreId);
      for (const { productId, qtyMilli, costCents, goods } of parts) {
        if (productId === null) continue;
        if (goods === 'shelf') books.stockIn(storeId, productId, qtyMilli, costCents, cost);
        if (goods === 'scrap')
          books.moveGoods(productId, qtyMilli, costCents, cost, House.stockVariance(storeId));
      }
    },
  },
);

// The refusal says what the shelf held before this sale, also where an earlier line took of the same goods.
function onHandBefore(
  earlier: readonly SoldLine<ProductLine>[],
  productId: number,
  balance: number,
): number {
  const taken = earlier.reduce(
    (total, line) => total + (line.productId === productId ? line.qtyMilli : 0),
    0,
  );
  return Math.max(0, balance + taken);
}
