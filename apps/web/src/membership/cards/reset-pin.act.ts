import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'reset-pin',
  group: 'pin',
  order: 12,
  letter: 'W',
  label: 'pins.reset',
  typed: ['chong zhi zhi fu mi ma', 'wang ji mi ma', 'forgotten pin'],
  permission: 'member.reset_pin',
  needsTill: false,
  reason: ({ hasPin }) => (hasPin ? undefined : 'pins.hasNone'),
  dialog: () => import('./ResetPinDialog.vue'),
});
