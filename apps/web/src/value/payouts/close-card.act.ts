import { allows } from '#membership/cards/rules';
import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'close-card',
  group: 'end',
  order: 11,
  letter: 'K',
  label: 'payout.acts.close',
  typed: ['tui ka', 'xiao ka', 'zhu xiao ka', 'end card'],
  permission: 'card.close',
  needsTill: true,
  reason: ({ cards }) =>
    cards.some(({ status }) => allows(status, 'close')) ? undefined : 'cardAct.no.open',
  dialog: () => import('./CloseCardDialog.vue'),
});
