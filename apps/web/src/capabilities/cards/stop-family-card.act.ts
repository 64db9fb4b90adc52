import { allows } from '#cards/rules';
import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'stop-family-card',
  order: 17,
  label: 'familyCard.stopAct',
  permission: 'card.report_lost',
  needsTill: false,
  when: ({ familyCards }) => familyCards.some(({ status }) => allows(status, 'unbind')),
  dialog: () => import('./StopFamilyCardDialog.vue'),
};
