import { allows } from '#membership/cards/rules';
import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'report-lost',
  group: 'card',
  order: 12,
  letter: 'G',
  label: 'cardAct.reportLost',
  typed: ['gua shi', 'diu ka', 'dong jie', 'freeze'],
  permission: 'card.report_lost',
  needsTill: false,
  reason: ({ cards }) =>
    cards.some(({ status }) => allows(status, 'reportLost')) ? undefined : 'cardAct.no.active',
  dialog: () => import('./ReportLostDialog.vue'),
});
