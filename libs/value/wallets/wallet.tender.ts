import { defineTender } from '#chain/tenders';
import { yuan } from '#kernel/rules';
import { type Books, House, principalOf, type SpendOrder } from '#ledger';
import { CardError } from '#membership/cards';
import words from './words/tender-names.locale.js';

const WALLET = 'wallet';
const PARTS = [
  { component: 'principal', figure: 'principal' },
  { component: 'bonus', figure: 'bonus' },
] as const;

export interface WalletTenderTerms {
  order: SpendOrder;
  /** Which version of the setting that is; 0 is the default. */
  version: number;
}

/**
 * 储值: the wallet of the card pays, else the member's own. One amount is asked; principal and bonus are split by the
 * setting. Errors: ledger.insufficient, card.bonus_rests.
 */
export const walletTender = defineTender<never, WalletTenderTerms>({
  kind: WALLET,
  code: WALLET,
  words: { 'zh-CN': words['zh-CN'].tender.wallet, en: words.en.tender.wallet },
  order: 10,
  unit: null,
  proof: 'wallet',
  message: ({ cents }, after) => `储值支付${yuan(cents)}元，余额${yuan(after.walletCents)}元`,
  givesChange: () => false,
  components: () => PARTS,
  async terms(settings) {
    const { value, version } = await settings.versioned('wallet.spend_order');
    return { order: value, version };
  },
  facts: null,
  judge: () => undefined,
  plan(books, tenders, { storeId, buyer, terms }) {
    if (!buyer) throw new Error('a wallet pays for somebody');
    const { walletId, benefitsRest = false } = buyer;
    const cents = tenders.reduce((sum, { amountCents }) => sum + amountCents, 0);
    if (benefitsRest) refuseBonus(books, walletId, cents);
    const order = benefitsRest ? 'principal_first' : terms.order;
    const spent = books.spendWallet(walletId, cents, order, House.sales(storeId));
    return {
      paid: [
        { ...PARTS[0], cents: spent.principalCents },
        { ...PARTS[1], cents: spent.bonusCents },
      ],
      // Where benefits rest the order is fixed: no version of the setting applied.
      kept: { spend_order_version: benefitsRest ? null : terms.version },
    };
  },
  giveBack: (books, parts, { sales, graceDays }) =>
    PARTS.flatMap(({ component }) => {
      const cents = parts.reduce(
        (sum, part) => sum + (part.component === component ? part.cents : 0),
        0,
      );
      return books
        .giveBackDrawn(component, cents, { graceDays, against: sales })
        .map((given) => ({ ...given, component }));
    }),
});

function refuseBonus(books: Books, walletId: number, cents: number): void {
  const { balance: principalCents } = books.balance(principalOf(walletId));
  if (cents > principalCents) throw CardError.bonusRests({ principalCents });
}
