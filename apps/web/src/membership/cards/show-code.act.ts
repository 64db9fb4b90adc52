import { allows } from '#membership/cards/rules';
import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'show-code',
  group: 'card',
  order: 15,
  letter: 'M',
  label: 'cardAct.showCode',
  typed: ['hui yuan ma', 'er wei ma', 'xu ni ka', 'barcode'],
  permission: 'card.show_code',
  needsTill: false,
  reason: ({ cards }) =>
    cards.some(({ status }) => allows(status, 'showCode')) ? undefined : 'cardAct.no.active',
  dialog: () => import('./ShowCodeDialog.vue'),
});
