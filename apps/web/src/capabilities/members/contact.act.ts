import type { MemberAct } from '../../member-acts/member-act.js';

export const act: MemberAct = {
  id: 'contact-member',
  order: 53,
  label: 'memberRecord.contactAct',
  permission: 'member.edit',
  needsTill: false,
  dialog: () => import('./ContactDialog.vue'),
};
