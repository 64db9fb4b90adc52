import { allows } from '#cards/rules';
import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'extend-card',
  order: 14,
  label: 'cardAct.extend',
  permission: 'card.extend',
  needsTill: false,
  when: ({ cards }) =>
    cards.some((card) => allows(card.status, 'extend') && card.expiresOn !== null),
  dialog: () => import('./ExtendCardDialog.vue'),
};
