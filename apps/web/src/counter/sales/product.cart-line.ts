import type { DeskProduct } from '../../api/types.js';
import { defineCartLine } from '../../desk/cart/cart-line.js';
import { type CartLine, ONE_MILLI } from '../../desk/cart/cart.rules.js';
import { formatQuantity } from '../../format/format.js';
import { t } from '../../i18n/i18n.js';

/** A product as the till found it; the price is the one it was quoted at. */
export interface ProductLine extends CartLine {
  kind: 'product';
  productId: number;
  name: string;
  sku: string;
  barcode: string | null;
  productKind: 'goods' | 'service';
  categoryName: string;
  /** Thousandths on hand at this store; null for services. */
  onHandMilli: number | null;
}

export const productKey = (productId: number): string => `product ${productId}`;

/** One more of a product. A weighed one starts at nothing: its weight is typed. */
export function productLine(product: DeskProduct): ProductLine {
  const { id, priceCents, kind, ...rest } = product;
  return {
    ...rest,
    kind: 'product',
    key: productKey(id),
    productId: id,
    productKind: kind === 'service' ? 'service' : 'goods',
    unitPriceCents: priceCents,
    qtyMilli: product.weighed ? 0 : ONE_MILLI,
  };
}

export const cartLine = defineCartLine<ProductLine>({
  kind: 'product',
  name: ({ name }) => name,
  about({ barcode, sku, productKind, onHandMilli, categoryName }) {
    const what =
      productKind === 'service'
        ? t('desk.cart.service')
        : onHandMilli === null
          ? categoryName
          : t('desk.cart.onHand', { n: formatQuantity(onHandMilli) });
    return `${barcode ?? sku} · ${what}`;
  },
  /** The server's word on what is short outranks what was on hand when the line was added. */
  warning({ key, qtyMilli, onHandMilli }, { payment }) {
    const said = payment.short.value.get(key);
    const left = said !== undefined && qtyMilli > said ? said : onHandMilli;
    if (left === null || qtyMilli <= left) return null;
    return t('desk.cart.short', { n: formatQuantity(left) });
  },
  request: ({ productId, qtyMilli, unitPriceCents }) => ({ productId, qtyMilli, unitPriceCents }),
});
