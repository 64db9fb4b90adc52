import { allows } from '#membership/cards/rules';
import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'stop-family-card',
  group: 'end',
  order: 10,
  letter: 'T',
  label: 'familyCard.stopAct',
  typed: ['ting yong fu ka', 'jie bang', 'unbind'],
  permission: 'card.report_lost',
  needsTill: false,
  reason: ({ familyCards }) =>
    familyCards.some(({ status }) => allows(status, 'unbind')) ? undefined : 'cardAct.no.family',
  dialog: () => import('./StopFamilyCardDialog.vue'),
});
