import type { Column } from '#web/web-kit';
import type { MemberRow } from './member-list.queries.js';

/** The ids are those of the report "member-list": a file has the same columns. */
export const memberColumns: Column<MemberRow>[] = [
  { id: 'name', label: 'members.name', sortable: true },
  { id: 'memberNo', label: 'memberList.memberNo', type: 'number', sortable: true, hidden: true },
  { id: 'nickname', label: 'members.nickname', hidden: true },
  { id: 'phone', label: 'members.phone', value: (row) => row.phoneMasked },
  { id: 'levelName', label: 'members.level', sortable: true },
  { id: 'principalCents', figure: true, label: 'members.principal', type: 'money' },
  { id: 'bonusCents', figure: true, label: 'members.bonus', type: 'money' },
  { id: 'points', figure: true, label: 'members.points', type: 'number' },
  { id: 'homeStoreName', label: 'members.homeStore', sortable: true },
  { id: 'tags', label: 'memberList.tags' },
  { id: 'cardCount', label: 'members.cards', type: 'number' },
  { id: 'registered', label: 'memberList.registered', hidden: true },
  { id: 'lastVisitOn', label: 'memberList.lastVisit', type: 'date' },
  { id: 'joinedOn', label: 'members.joinedOn', type: 'date', sortable: true },
];
