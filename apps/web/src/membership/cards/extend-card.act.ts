import { allows } from '#membership/cards/rules';
import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'extend-card',
  group: 'card',
  order: 14,
  letter: 'Y',
  label: 'cardAct.extend',
  typed: ['ka yan qi', 'yan chang', 'xu qi', 'renew'],
  permission: 'card.extend',
  needsTill: false,
  reason: ({ cards }) =>
    cards.some((card) => allows(card.status, 'extend') && card.expiresOn !== null)
      ? undefined
      : 'cardAct.no.expiring',
  dialog: () => import('./ExtendCardDialog.vue'),
});
