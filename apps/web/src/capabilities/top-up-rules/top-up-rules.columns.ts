import type { Column } from '#web-kit';
import type { RuleRow } from './top-up-rules.queries.js';

export const ruleColumns: Column<RuleRow>[] = [
  { id: 'name', label: 'topUpRules.name' },
  { id: 'state', label: 'common.status' },
  { id: 'payCents', label: 'topUpRules.pay', type: 'money' },
  { id: 'gives', label: 'topUpRules.gives', wrap: true },
  { id: 'whom', label: 'topUpRules.whom' },
  { id: 'when', label: 'topUpRules.when' },
  { id: 'usedTimes', label: 'topUpRules.used', type: 'number' },
  { id: 'version', label: 'topUpRules.version', type: 'number', hidden: true },
  { id: 'acts', label: 'topUpRules.acts', control: true, align: 'right' },
];
