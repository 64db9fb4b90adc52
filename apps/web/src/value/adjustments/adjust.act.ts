import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'adjust',
  group: 'value',
  order: 13,
  letter: 'A',
  label: 'adjust.act',
  typed: ['tiao zheng yu e yu ji fen', 'tiao ji fen', 'jia ji fen', 'correct'],
  permission: 'wallet.adjust',
  needsTill: false,
  dialog: () => import('./AdjustDialog.vue'),
});
