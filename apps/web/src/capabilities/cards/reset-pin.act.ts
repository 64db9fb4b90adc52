import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'reset-pin',
  order: 42,
  label: 'pins.reset',
  permission: 'member.reset_pin',
  needsTill: false,
  when: ({ hasPin }) => hasPin,
  dialog: () => import('./ResetPinDialog.vue'),
};
