import { useI18n } from 'vue-i18n';
import { formatDate, formatMoney, formatNumber } from '../../format/format.js';
import type { Overlap, RuleRow } from './top-up-rules.queries.js';

/** A rule in the words of the trade. */
export function useRuleWords() {
  const { t } = useI18n();

  return {
    gives: (rule: RuleRow): string => {
      const parts = [];
      if (rule.bonusCents > 0) {
        const words = rule.perMultiple ? 'topUpRules.eachWords' : 'topUpRules.bonusWords';
        parts.push(t(words, { bonus: formatMoney(rule.bonusCents) }));
        if (rule.bonusInstalments > 1)
          parts.push(t('topUpRules.instalmentsWords', { n: rule.bonusInstalments }));
        if (rule.bonusValidDays) parts.push(t('topUpRules.validWords', { n: rule.bonusValidDays }));
      }
      if (rule.points > 0)
        parts.push(t('topUpRules.pointsWords', { points: formatNumber(rule.points) }));
      if (rule.grantsLevelName)
        parts.push(t('topUpRules.grantsWords', { level: rule.grantsLevelName }));
      return parts.join(' · ');
    },
    whom: (rule: RuleRow): string =>
      `${rule.levelName ?? t('topUpRules.allLevels')} · ${rule.storeName ?? t('topUpRules.allStores')}`,
    when: (rule: RuleRow): string =>
      rule.endsOn
        ? t('topUpRules.span', { from: formatDate(rule.startsOn), to: formatDate(rule.endsOn) })
        : t('topUpRules.always', { from: formatDate(rule.startsOn) }),
    overlap: ({ name, wins }: Overlap): string =>
      t('topUpRules.overlap', { name, winner: wins ? name : t('topUpRules.thisOne') }),
  };
}
