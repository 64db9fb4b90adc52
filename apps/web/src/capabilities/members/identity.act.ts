import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'identity-member',
  order: 60,
  label: 'memberRecord.identityAct',
  permission: 'member.register_identity',
  needsTill: false,
  dialog: () => import('./IdentityDialog.vue'),
};
