import type { Column } from '#web/web-kit';
import type { TopUpRow } from './top-ups.queries.js';

const toMember = (row: TopUpRow) => ({ name: 'member', params: { id: row.memberId } });

export const topUpColumns: Column<TopUpRow>[] = [
  { id: 'receiptNo', label: 'topUps.receiptNo', sortable: true },
  { id: 'businessDate', label: 'topUps.businessDate', type: 'day', sortable: true },
  { id: 'at', label: 'topUps.at', type: 'datetime', hidden: true },
  { id: 'memberName', label: 'common.member', to: toMember },
  { id: 'principalCents', figure: true, label: 'topUps.paid', type: 'money', sortable: true },
  { id: 'bonusCents', figure: true, label: 'topUps.bonus', type: 'money', sortable: true },
  { id: 'tender', label: 'topUps.tender' },
  { id: 'storeName', label: 'common.store', sortable: true },
  { id: 'staffName', label: 'topUps.by', sortable: true },
  { id: 'points', label: 'topUps.points', type: 'number' },
  { id: 'ruleName', label: 'topUps.rule', hidden: true },
  { id: 'reversalReason', label: 'topUps.reversalReason', hidden: true, wrap: true },
  { id: 'acts', label: 'topUps.acts', control: true, align: 'right' },
];
