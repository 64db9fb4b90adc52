import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'unlock-pin',
  order: 43,
  label: 'pins.unlock',
  permission: 'member.unlock_pin',
  needsTill: false,
  when: ({ hasPin }) => hasPin,
  dialog: () => import('./UnlockPinDialog.vue'),
};
