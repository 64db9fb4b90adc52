import { allows } from '#cards/rules';
import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'close-card',
  order: 16,
  label: 'payout.acts.close',
  permission: 'card.close',
  needsTill: true,
  when: ({ cards }) => cards.some(({ status }) => allows(status, 'close')),
  dialog: () => import('./CloseCardDialog.vue'),
};
