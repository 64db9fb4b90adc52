import { allows } from '#membership/cards/rules';
import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'replace-card',
  group: 'card',
  order: 11,
  letter: 'H',
  label: 'cardAct.replace',
  typed: ['huan ka', 'bu ka', 'reissue'],
  permission: 'card.replace',
  needsTill: true,
  reason: ({ cards }) =>
    cards.some(({ status }) => allows(status, 'replace')) ? undefined : 'cardAct.no.replace',
  dialog: () => import('./ReplaceCardDialog.vue'),
});
