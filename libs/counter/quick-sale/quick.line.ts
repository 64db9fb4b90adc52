import { Cents, Id, OneOf, unknownId } from '#kernel';
import { defineSaleLine, LineInput, type PricedLine } from '#goods/lines';
import { QuickSalePermission } from './quick-sale.permissions.js';
import words from './words/quick-sale.locale.js';

/** 100,000.00, as the screens allow: a number that is scanned into the amount by mistake is longer. */
const MAX_QUICK_CENTS = 100_000_00;

export class QuickLineInput extends LineInput {
  @OneOf(['quick']) override kind!: 'quick';
  /** What it costs before any discount. */
  @Cents({ min: 1, max: MAX_QUICK_CENTS }) amountCents!: number;
  @Id({ optional: true }) categoryId?: number | null;
}

interface Category {
  id: number;
  name: string;
}

const ONE_MILLI = 1_000;
const FULL_POINTS_BPS = 10_000;

/**
 * 快速消费: an amount without goods. One of it is sold, and it comes back as one: what was in it nobody wrote down, so a
 * part could be compared with nothing. It earns points as goods do; whether the level lowers it is a setting.
 */
export const quickLine = defineSaleLine<
  QuickLineInput,
  Category,
  PricedLine,
  { discountable: boolean }
>({
  kind: 'quick',
  words: { 'zh-CN': words['zh-CN'].lineKinds.quick, en: words.en.lineKinds.quick },
  right: QuickSalePermission.quick,
  input: QuickLineInput,
  terms: async (settings) => ({ discountable: await settings.get('sale.quick_discountable') }),
  facts: {
    asked: (lines) => [...new Set(lines.flatMap(({ categoryId }) => categoryId ?? []))],
    sql: ({ asked }) => `
      SELECT json_build_object('id', c.id, 'name', c.name) AS facts, NULL::jsonb AS account
        FROM category c WHERE c.id = ANY ((SELECT ${asked}::bigint[])::bigint[])`,
  },
  price(asked, facts, { discountable }) {
    const names = new Map(facts.map(({ id, name }) => [id, name]));
    return asked.map(({ at, input: { amountCents, categoryId } }) => {
      // Without a category the screens have a word for it.
      const name = categoryId ? names.get(categoryId) : '';
      if (name === undefined) throw unknownId(`lines.${at}.categoryId`);
      return {
        productId: null,
        categoryId: categoryId ?? null,
        name,
        qtyMilli: ONE_MILLI,
        unitPriceCents: amountCents,
        discountable,
        pointsFactorBps: FULL_POINTS_BPS,
      };
    });
  },
  plan: (_books, lines) => lines.map(() => 0),
  returnAccounts: () => [],
  returnParts: () => undefined,
});
