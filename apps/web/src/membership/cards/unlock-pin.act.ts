import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'unlock-pin',
  group: 'pin',
  order: 13,
  letter: 'U',
  label: 'pins.unlock',
  typed: ['jie suo zhi fu mi ma', 'mi ma suo ding', 'locked pin'],
  permission: 'member.unlock_pin',
  needsTill: false,
  reason: ({ hasPin }) => (hasPin ? undefined : 'pins.hasNone'),
  dialog: () => import('./UnlockPinDialog.vue'),
});
