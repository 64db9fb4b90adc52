import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'change-pin',
  group: 'pin',
  order: 11,
  letter: 'V',
  label: 'pins.change',
  typed: ['xiu gai zhi fu mi ma', 'gai mi ma'],
  permission: 'member.change_pin',
  needsTill: false,
  reason: ({ hasPin }) => (hasPin ? undefined : 'pins.hasNone'),
  dialog: () => import('./ChangePinDialog.vue'),
});
