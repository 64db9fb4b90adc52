import { allows } from '#cards/rules';
import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'unfreeze-card',
  order: 13,
  label: 'cardAct.unfreeze',
  permission: 'card.unfreeze',
  needsTill: false,
  when: ({ cards }) => cards.some(({ status }) => allows(status, 'unfreeze')),
  dialog: () => import('./UnfreezeDialog.vue'),
};
