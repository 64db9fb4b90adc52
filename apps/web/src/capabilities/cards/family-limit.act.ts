import { allows } from '#cards/rules';
import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'family-limit',
  order: 16,
  label: 'familyCard.limitAct',
  permission: 'card.bind',
  needsTill: false,
  when: ({ familyCards }) => familyCards.some(({ status }) => allows(status, 'setLimit')),
  dialog: () => import('./FamilyLimitDialog.vue'),
};
