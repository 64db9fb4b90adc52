import { defineMemberAct } from '../../member-acts/member-act.js';

export const act = defineMemberAct({
  id: 'identity-member',
  group: 'record',
  order: 13,
  letter: '1',
  label: 'memberRecord.identityAct',
  typed: ['shi ming deng ji', 'shen fen zheng', 'id document'],
  permission: 'member.register_identity',
  needsTill: false,
  dialog: () => import('./IdentityDialog.vue'),
});
