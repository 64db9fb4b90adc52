import { bonusLots, type BonusTerms } from '#value/wallets/rules';
import { defineAsyncComponent } from 'vue';
import { formatDate, formatMoney } from '../../format/format.js';
import { defineGrantScreen } from '../../grants/grant-screen.js';
import { t } from '../../i18n/i18n.js';

/** 赠送金: at once or in instalments. */
export const grant = defineGrantScreen<BonusTerms>({
  kind: 'bonus',
  order: 10,
  figure: 'bonusCents',
  blank: {
    kind: 'bonus',
    bonusCents: 0,
    bonusValidDays: 365,
    bonusInstalments: 1,
    firstAfterMonths: 1,
  },
  fields: defineAsyncComponent(() => import('./BonusTermsFields.vue')),
  isWhole: ({ bonusInstalments, firstAfterMonths }) =>
    bonusInstalments !== null && firstAfterMonths !== null,
  amount: formatMoney,
  words: (cents) => t('grantWords.bonus', { amount: formatMoney(cents) }),
  about: ({ bonusInstalments, bonusValidDays }) => [
    ...(bonusInstalments > 1 ? [t('grantWords.bonusParts', { n: bonusInstalments })] : []),
    ...(bonusValidDays ? [t('grantWords.bonusDays', { n: bonusValidDays })] : []),
  ],
  aboutToday(terms, today) {
    const lots = bonusLots(terms, terms.bonusCents, today);
    const first = lots[0];
    if (lots.length > 1 && first)
      return t('grantWords.bonusInstalments', {
        n: lots.length,
        first: formatMoney(first.amountCents),
        on: formatDate(first.releasesOn ?? today, true),
      });
    return first?.expiresOn ? t('grantWords.bonusUntil', { on: formatDate(first.expiresOn) }) : '';
  },
  note: ({ bonusInstalments }) => (bonusInstalments > 1 ? t('grantWords.bonusLater') : ''),
});
