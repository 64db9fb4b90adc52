import type { Column } from '#web-kit';
import type { MessageRow } from '../../api/types.js';

const toMember = (row: MessageRow) =>
  row.memberId ? { name: 'member', params: { id: row.memberId } } : undefined;

export const messageColumns: Column<MessageRow>[] = [
  { id: 'at', label: 'messages.at', type: 'datetime' },
  { id: 'memberName', label: 'common.member', to: toMember },
  { id: 'phoneMasked', label: 'common.phone' },
  { id: 'kind', label: 'messages.kind' },
  { id: 'body', label: 'messages.body', wrap: true },
  { id: 'segments', label: 'messages.segments', type: 'number' },
  { id: 'status', label: 'common.status' },
  { id: 'storeName', label: 'common.store' },
  { id: 'driver', label: 'messages.driver', hidden: true },
];
