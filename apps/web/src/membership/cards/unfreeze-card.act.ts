import { allows } from '#membership/cards/rules';
import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'unfreeze-card',
  group: 'card',
  order: 13,
  letter: 'J',
  label: 'cardAct.unfreeze',
  typed: ['jie gua', 'jie dong', 'found'],
  permission: 'card.unfreeze',
  needsTill: false,
  reason: ({ cards }) =>
    cards.some(({ status }) => allows(status, 'unfreeze')) ? undefined : 'cardAct.no.lost',
  dialog: () => import('./UnfreezeDialog.vue'),
});
