import type { Column } from '#web/web-kit';
import type { SegmentMember, SegmentRow } from './segments.types.js';

export const segmentColumns: Column<SegmentRow>[] = [
  { id: 'name', label: 'segments.one', sortable: true },
  { id: 'conditions', label: 'segments.conditions', wrap: true, inFile: [] },
  { id: 'members', label: 'segments.members', align: 'right', inFile: ['members', 'countedAt'] },
  { id: 'visibility', label: 'segments.visibility' },
  { id: 'ownerName', label: 'segments.owner', sortable: true },
  { id: 'updatedAt', label: 'segments.updatedAt', type: 'datetime', sortable: true },
  { id: 'acts', label: 'segments.acts', align: 'right', control: true },
];

export const segmentMemberColumns: Column<SegmentMember>[] = [
  {
    id: 'name',
    sortable: true,
    label: 'common.member',
    to: (row) => ({ name: 'member', params: { id: row.id } }),
  },
  { id: 'phone', label: 'common.phone', value: (row) => row.phoneMasked },
  { id: 'levelName', label: 'segments.fields.level', sortable: true },
  { id: 'homeStoreName', label: 'segments.fields.homeStore', sortable: true },
  { id: 'joinedOn', label: 'segments.fields.joined', type: 'date', sortable: true },
  { id: 'principalCents', label: 'segments.fields.principalCents', figure: true, type: 'money' },
  { id: 'bonusCents', label: 'segments.fields.bonusCents', type: 'money' },
  { id: 'points', label: 'segments.fields.points', type: 'number' },
];
