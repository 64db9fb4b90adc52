import type { Column } from '#web/web-kit';
import type { MemberActivity, WalletLot } from '../../api/types.js';

export const activityColumns: Column<MemberActivity>[] = [
  { id: 'at', label: 'members.at', type: 'datetime' },
  { id: 'kind', label: 'members.kind' },
  { id: 'storeName', label: 'common.store' },
  {
    id: 'receiptNo',
    label: 'members.receiptNo',
    to: (row) =>
      row.saleId
        ? { name: 'sale', params: { id: row.saleId } }
        : row.payoutId
          ? { name: 'payout', params: { id: row.payoutId } }
          : undefined,
  },
  { id: 'amountCents', label: 'members.amount', type: 'money' },
  { id: 'principalCents', label: 'members.principal', type: 'signed-money' },
  { id: 'bonusCents', label: 'members.bonus', type: 'signed-money' },
  { id: 'points', label: 'members.points', type: 'signed-number' },
];

export const lotColumns: Column<WalletLot>[] = [
  { id: 'kind', label: 'members.lotKind' },
  { id: 'originOn', label: 'members.originOn', type: 'date' },
  { id: 'originStoreName', label: 'members.originStore' },
  { id: 'grantedAmount', label: 'members.granted', align: 'right' },
  { id: 'remaining', figure: true, label: 'members.remaining', align: 'right' },
  { id: 'releasesOn', label: 'members.releasesOn', type: 'date' },
  { id: 'expiresOn', label: 'members.expiresOn', type: 'date' },
  { id: 'state', label: 'common.status' },
];
