import { defineCartLine } from '../../desk/cart/cart-line.js';
import { type CartLine, ONE_MILLI } from '../../desk/cart/cart.rules.js';
import { t } from '../../i18n/i18n.js';
import { lineName } from '../sales/line-name.js';

/** 快速消费: an amount without goods, of a category where one was said. */
export interface QuickLine extends CartLine {
  kind: 'quick';
  category: { id: number; name: string } | null;
}

/** Each is a line of its own, also of the same amount: nobody types two in a millisecond. `key`: the line that is changed. */
export const quickLine = (
  amountCents: number,
  category: QuickLine['category'],
  key: string = `quick ${Date.now()}`,
): QuickLine => ({
  kind: 'quick',
  key,
  category,
  weighed: false,
  unit: '',
  single: true,
  qtyMilli: ONE_MILLI,
  unitPriceCents: amountCents,
  discountable: true,
  pointsFactorBps: 10_000,
});

export const cartLine = defineCartLine<QuickLine>({
  kind: 'quick',
  name: ({ category }) => lineName({ kind: 'quick', productName: category?.name ?? '' }),
  about: () => t('quickSale.about'),
  terms: ({ quickDiscountable }) => ({ discountable: quickDiscountable }),
  request: ({ unitPriceCents, category }) => ({
    kind: 'quick',
    amountCents: unitPriceCents,
    ...(category ? { categoryId: category.id } : {}),
  }),
  entry: {
    command: 'line.quick',
    chord: 'Alt+KeyJ',
    label: 'quickSale.key',
    permission: 'sale.quick',
    dialog: async () => (await import('./quick-sale-dialog.js')).quickSaleDialog(),
  },
});
