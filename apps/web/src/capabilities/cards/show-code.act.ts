import { allows } from '#cards/rules';
import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'show-code',
  order: 15,
  label: 'cardAct.showCode',
  permission: 'card.show_code',
  needsTill: false,
  when: ({ cards }) => cards.some(({ status }) => allows(status, 'showCode')),
  dialog: () => import('./ShowCodeDialog.vue'),
};
