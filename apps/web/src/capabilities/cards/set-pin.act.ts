import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'set-pin',
  order: 40,
  label: 'pins.set',
  permission: 'member.change_pin',
  needsTill: false,
  when: ({ hasPin }) => !hasPin,
  dialog: () => import('./SetPinDialog.vue'),
};
