import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'change-pin',
  order: 41,
  label: 'pins.change',
  permission: 'member.change_pin',
  needsTill: false,
  when: ({ hasPin }) => hasPin,
  dialog: () => import('./ChangePinDialog.vue'),
};
