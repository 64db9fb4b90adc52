import type { Column } from '#web-kit';
import type { CardRow } from '../../api/types.js';

const toMember = (row: CardRow) =>
  row.memberId ? { name: 'member', params: { id: row.memberId } } : undefined;

export const cardColumns: Column<CardRow>[] = [
  { id: 'cardNo', label: 'cards.cardNo' },
  { id: 'status', label: 'common.status' },
  { id: 'memberName', label: 'common.member', to: toMember },
  { id: 'storeName', label: 'cards.store' },
  { id: 'issuedOn', label: 'cards.issuedOn', type: 'date' },
  { id: 'expiresOn', label: 'cards.expiresOn', type: 'date' },
  { id: 'acts', label: 'cards.acts', align: 'right' },
];
