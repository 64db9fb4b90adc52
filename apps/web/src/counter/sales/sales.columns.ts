import type { Column } from '#web/web-kit';
import type { SaleRow } from '../../api/types.js';

const toMember = (row: SaleRow) =>
  row.memberId ? { name: 'member', params: { id: row.memberId } } : undefined;

export const saleColumns: Column<SaleRow>[] = [
  { id: 'receiptNo', label: 'sales.receiptNo', sortable: true },
  { id: 'businessDate', label: 'sales.businessDate', type: 'day', sortable: true },
  { id: 'at', label: 'sales.at', type: 'datetime', hidden: true },
  { id: 'memberName', label: 'common.member', to: toMember },
  { id: 'dueCents', figure: true, label: 'sales.due', type: 'money', sortable: true },
  { id: 'receivedCents', figure: true, label: 'sales.received', type: 'money', sortable: true },
  { id: 'otherCents', label: 'sales.other', type: 'money', hidden: true },
  { id: 'returnedCents', label: 'returns.returnedCents', type: 'money' },
  { id: 'tenders', label: 'sales.paidBy' },
  { id: 'storeName', label: 'common.store', sortable: true },
  { id: 'staffName', label: 'sales.cashier', sortable: true },
  {
    id: 'discountCents',
    sortable: true,
    label: 'sales.discount',
    type: 'money',
    value: (row) => -row.discountCents || 0,
  },
  { id: 'listCents', label: 'sales.list', type: 'money', hidden: true },
  { id: 'pointsEarned', label: 'sales.points', type: 'signed-number' },
];
