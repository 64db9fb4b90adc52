import type { Column } from '#web/web-kit';
import type { AdjustmentRow } from './adjustments.queries.js';

export const adjustmentColumns: Column<AdjustmentRow>[] = [
  { id: 'receiptNo', label: 'adjust.receiptNo', sortable: true },
  { id: 'kind', label: 'adjust.kind' },
  { id: 'businessDate', label: 'adjust.businessDate', type: 'day', sortable: true },
  { id: 'at', label: 'adjust.at', type: 'datetime', hidden: true },
  {
    id: 'memberName',
    label: 'common.member',
    to: (row) => ({ name: 'member', params: { id: row.memberId } }),
  },
  {
    id: 'amount',
    figure: true,
    label: 'adjust.amount',
    align: 'right',
    inFile: ['principalCents', 'bonusCents', 'points'],
  },
  {
    id: 'balanceAfter',
    figure: true,
    label: 'adjust.balanceAfter',
    align: 'right',
    inFile: ['principalAfterCents', 'bonusAfterCents', 'pointsAfter'],
  },
  { id: 'reason', label: 'common.reason' },
  { id: 'storeName', label: 'common.store', sortable: true },
  { id: 'staffName', label: 'adjust.staff', sortable: true },
  { id: 'approvedByName', label: 'adjust.approvedBy' },
  { id: 'expiresOn', label: 'adjust.expiresOn', type: 'date', hidden: true },
];
