import { allows } from '#cards/rules';
import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'report-lost',
  order: 12,
  label: 'cardAct.reportLost',
  permission: 'card.report_lost',
  needsTill: false,
  when: ({ cards }) => cards.some(({ status }) => allows(status, 'reportLost')),
  dialog: () => import('./ReportLostDialog.vue'),
};
