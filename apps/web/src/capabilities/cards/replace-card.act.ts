import { allows } from '#cards/rules';
import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'replace-card',
  order: 11,
  label: 'cardAct.replace',
  permission: 'card.replace',
  needsTill: true,
  when: ({ cards }) => cards.some(({ status }) => allows(status, 'replace')),
  dialog: () => import('./ReplaceCardDialog.vue'),
};
