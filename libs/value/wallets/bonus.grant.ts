import { defineGrant } from '#chain/grants';
import { Cents, OneOf, Whole } from '#kernel';
import { bonusOf, House } from '#ledger';
import { MAX_CENTS, yuan } from '#kernel/rules';
import { bonusLots, type BonusTerms } from './top-up.rules.js';
import { ValidateBy } from 'class-validator';
import words from './words/grant-names.locale.js';

const MOST_PER_PAID = 5;

// Given in one part it is there at once: months to wait, more than the usual 1, would be promised and not kept.
const WaitsInInstalments = ValidateBy({
  name: 'isIn',
  validator: {
    validate: (months, on) =>
      (on?.object as BonusTerms).bonusInstalments !== 1 || !(Number(months) > 1),
  },
});

export class BonusGrantInput implements BonusTerms {
  @OneOf(['bonus']) kind!: 'bonus';
  @Cents() bonusCents!: number;
  /** How long each part lives, from the day it can be spent; without it, for ever. */
  @Whole({ min: 1, max: 3650, optional: true }) bonusValidDays?: number | null;
  @Whole({ min: 1, max: 36 }) bonusInstalments!: number;
  /** Months until the first instalment; 0: the first one is there at once. */
  @WaitsInInstalments
  @Whole({ min: 0, max: 24 })
  firstAfterMonths!: number;
}

/** 赠送金: stored value beside the principal, at once or in monthly instalments (golden G01, G02). */
export const bonusGrant = defineGrant<BonusGrantInput, null>({
  kind: 'bonus',
  words: { 'zh-CN': words['zh-CN'].grant.bonus, en: words.en.grant.bonus },
  order: 10,
  input: BonusGrantInput,
  figure: 'bonusCents',
  mostFor: (payCents) => payCents * MOST_PER_PAID,
  mostAtOnce: MAX_CENTS,
  storedValue: true,
  rules: () => Promise.resolve(null),
  account: ({ walletId }) => bonusOf(walletId),
  give(books, { terms, amount }, { to, storeId, businessDate, tender }) {
    const repaid = bonusLots(terms, amount, businessDate).map(
      (lot) =>
        books.grant(bonusOf(to.walletId), lot.amountCents, {
          tender: tender ?? null,
          releasesOn: lot.releasesOn,
          expiresOn: lot.expiresOn,
          gifted: true,
          against: House.bonusCost(storeId),
        }).repaid,
    );
    return { repaidCents: repaid.reduce((sum, cents) => sum + cents, 0) };
  },
  rows: null,
  message: (cents) => `赠送${yuan(cents)}元`,
});
