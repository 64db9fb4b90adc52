import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'set-pin',
  group: 'pin',
  order: 10,
  letter: 'P',
  label: 'pins.set',
  typed: ['she zhi zhi fu mi ma', 'new pin'],
  permission: 'member.change_pin',
  needsTill: false,
  reason: ({ hasPin }) => (hasPin ? 'pins.hasOne' : undefined),
  dialog: () => import('./SetPinDialog.vue'),
});
