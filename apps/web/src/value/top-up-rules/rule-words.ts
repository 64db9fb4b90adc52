import { useI18n } from 'vue-i18n';
import { formatDate } from '../../format/format.js';
import { giftsOf } from '../../grants/grants.js';
import type { Overlap, RuleRow } from './top-up-rules.queries.js';

/** A rule in the words of the trade. */
export function useRuleWords() {
  const { t } = useI18n();

  return {
    gives: (rule: RuleRow): string => {
      const parts = giftsOf(rule.gives).flatMap(({ screen, terms, amount }) => {
        const what = screen.words(amount);
        const words = rule.perMultiple ? t('topUpRules.eachWords', { what }) : what;
        return [words, ...(screen.about?.(terms) ?? [])];
      });
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
