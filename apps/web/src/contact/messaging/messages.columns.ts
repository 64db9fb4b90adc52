import type { Column } from '#web/web-kit';
import type { MessageRow } from '../../api/types.js';

const toMember = (row: MessageRow) =>
  row.memberId ? { name: 'member', params: { id: row.memberId } } : undefined;

const MEMBER: Column<MessageRow> = { id: 'memberName', label: 'common.member', to: toMember };
const BODY: Column<MessageRow> = { id: 'body', label: 'messages.body', wrap: true };

export const messageColumns: Column<MessageRow>[] = [
  { id: 'at', label: 'messages.at', type: 'datetime', sortable: true },
  MEMBER,
  { id: 'phone', label: 'common.phone', value: (row) => row.phoneMasked },
  { id: 'kind', label: 'messages.kind', inFile: ['kind', 'campaignName'] },
  BODY,
  { id: 'segments', label: 'messages.segments', type: 'number' },
  { id: 'status', label: 'common.status', inFile: ['status', 'reason'] },
  { id: 'storeName', label: 'common.store', sortable: true },
  { id: 'driver', label: 'messages.driver', hidden: true },
];

/** On the page of a campaign: all of one kind. */
export const campaignMessageColumns: Column<MessageRow>[] = [
  MEMBER,
  { id: 'phone', label: 'common.phone', value: (row) => row.phoneMasked },
  BODY,
  { id: 'status', label: 'common.status' },
  { id: 'sentAt', label: 'messages.sentAt', type: 'datetime' },
  { id: 'storeName', label: 'common.store' },
];

/** On the page of a member: all to one person. */
export const memberMessageColumns: Column<MessageRow>[] = [
  { id: 'at', label: 'messages.at', type: 'datetime' },
  { id: 'kind', label: 'messages.kind' },
  BODY,
  { id: 'status', label: 'common.status' },
  { id: 'storeName', label: 'common.store' },
];
