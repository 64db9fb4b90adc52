import type { Column } from '#web/web-kit';
import type { PayoutRow } from '../../api/payout.types.js';

const toMember = (row: PayoutRow) => ({ name: 'member', params: { id: row.memberId } });
const toReceiver = (row: PayoutRow) =>
  row.toMemberId ? { name: 'member', params: { id: row.toMemberId } } : undefined;

export const payoutColumns: Column<PayoutRow>[] = [
  { id: 'receiptNo', label: 'payout.receiptNo', sortable: true },
  { id: 'kind', label: 'payout.kind' },
  { id: 'businessDate', label: 'payout.businessDate', type: 'day', sortable: true },
  { id: 'at', label: 'payout.at', type: 'datetime', hidden: true },
  { id: 'memberName', label: 'common.member', to: toMember },
  { id: 'paidCents', figure: true, label: 'payout.paid', type: 'money', sortable: true },
  { id: 'principalCents', figure: true, label: 'payout.principal', type: 'money', sortable: true },
  { id: 'bonusVoidCents', label: 'payout.bonusVoid', type: 'money' },
  { id: 'toMemberName', label: 'payout.receiver', to: toReceiver },
  { id: 'storeName', label: 'common.store', sortable: true },
  { id: 'staffName', label: 'payout.staff', sortable: true },
  { id: 'approvedByName', label: 'payout.approvedBy', hidden: true },
  { id: 'tender', label: 'payout.tender', hidden: true },
  { id: 'depositCents', label: 'payout.deposit', type: 'money', hidden: true },
  { id: 'receivedCents', label: 'payout.received', type: 'money', hidden: true },
  { id: 'bonusMovedCents', label: 'payout.bonusMoves', type: 'money', hidden: true },
  { id: 'reason', label: 'common.reason', hidden: true },
];
