import type { GrantTerms } from '#chain/grants/rules';
import { defineAsyncComponent } from 'vue';
import { formatNumber } from '../../format/format.js';
import { defineGrantScreen } from '../../grants/grant-screen.js';
import { t } from '../../i18n/i18n.js';

export interface PointsTerms extends GrantTerms {
  points: number;
}

export const grant = defineGrantScreen<PointsTerms>({
  kind: 'points',
  order: 20,
  figure: 'points',
  blank: { kind: 'points', points: 0 },
  fields: defineAsyncComponent(() => import('./PointsTermsFields.vue')),
  amount: formatNumber,
  words: (points) => t('grantWords.points', { amount: formatNumber(points) }),
});
