import type { Column } from '#web/web-kit';
import type { RuleRow } from './top-up-rules.queries.js';

export const ruleColumns: Column<RuleRow>[] = [
  { id: 'name', label: 'topUpRules.name', sortable: true },
  { id: 'state', label: 'common.status', sortable: true },
  { id: 'payCents', label: 'topUpRules.pay', type: 'money', sortable: true },
  {
    id: 'gives',
    label: 'topUpRules.gives',
    wrap: true,
    inFile: ['bonusCents', 'points', 'grantsLevelName'],
  },
  { id: 'whom', label: 'topUpRules.whom', inFile: ['levelName', 'storeName'] },
  { id: 'when', label: 'topUpRules.when', inFile: ['startsOn', 'endsOn'] },
  { id: 'usedTimes', label: 'topUpRules.used', type: 'number' },
  { id: 'version', label: 'topUpRules.version', type: 'number', hidden: true },
  { id: 'acts', label: 'topUpRules.acts', control: true, align: 'right' },
];
