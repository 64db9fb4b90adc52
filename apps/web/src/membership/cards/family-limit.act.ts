import { allows } from '#membership/cards/rules';
import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'family-limit',
  group: 'card',
  order: 16,
  letter: 'X',
  label: 'familyCard.limitAct',
  typed: ['fu ka xian e', 'qin qing ka', 'daily limit'],
  permission: 'card.bind',
  needsTill: false,
  reason: ({ familyCards }) =>
    familyCards.some(({ status }) => allows(status, 'setLimit')) ? undefined : 'cardAct.no.family',
  dialog: () => import('./FamilyLimitDialog.vue'),
});
