import { useI18n } from 'vue-i18n';
import type { ApprovalFacts } from '../../approvals/approvals.api.js';
import { formatDate, formatMoney, formatNumber } from '../../format/format.js';
import { balanceOfKey, balancesOf } from './request-facts.rules.js';

export interface FactLine {
  key: string;
  label: string;
  value: string;
}

/** Words for the kinds and facts of requests. Facts without words are left out: nobody could read them. */
export function useRequestWords() {
  const { t, te } = useI18n();

  function valueOf(key: string, fact: string | number | boolean): string {
    if (typeof fact === 'boolean') return t(fact ? 'common.yes' : 'common.no');
    if (typeof fact === 'number')
      return key.endsWith('Cents') ? formatMoney(fact) : formatNumber(fact);
    if (key === 'tender' && te(`tender.${fact}`)) return t(`tender.${fact}`);
    if (te(`approvals.factValues.${fact}`)) return t(`approvals.factValues.${fact}`);
    return /^\d{4}-\d\d-\d\d$/.test(fact) ? formatDate(fact) : fact;
  }

  return {
    kind: (kind: string): string => t(`approvals.kinds.${kind}`),
    /** Each balance before and after, first of all that is said. */
    balances: (facts: ApprovalFacts): FactLine[] =>
      balancesOf(facts).map(({ of, before, after, isMoney }) => {
        const show = isMoney ? formatMoney : formatNumber;
        return {
          key: of,
          label: t(`approvals.balances.${of}`),
          value: `${show(before)} → ${show(after)}`,
        };
      }),
    facts: (facts: ApprovalFacts): FactLine[] =>
      Object.entries(facts).flatMap(([key, fact]) =>
        fact === null || balanceOfKey(key) || !te(`approvals.facts.${key}`)
          ? []
          : [{ key, label: t(`approvals.facts.${key}`), value: valueOf(key, fact) }],
      ),
  };
}
