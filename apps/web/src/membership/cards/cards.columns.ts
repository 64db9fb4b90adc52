import type { Column } from '#web/web-kit';
import type { CardRow } from './cards.types.js';

const toMember = (row: CardRow) =>
  row.memberId ? { name: 'member', params: { id: row.memberId } } : undefined;
const toCard = (row: CardRow) => ({ name: 'card', params: { cardNo: row.cardNo } });

export const cardColumns: Column<CardRow>[] = [
  { id: 'cardNo', label: 'cards.cardNo', to: toCard, sortable: true },
  { id: 'status', label: 'common.status' },
  { id: 'memberName', label: 'common.member', to: toMember },
  { id: 'storeName', label: 'cards.store', sortable: true },
  { id: 'issuedOn', label: 'cards.issuedOn', type: 'date', sortable: true },
  { id: 'expiresOn', label: 'cards.expiresOn', type: 'date', sortable: true },
  { id: 'origin', label: 'cards.origin', hidden: true },
  { id: 'acts', label: 'cards.acts', align: 'right', control: true },
];
