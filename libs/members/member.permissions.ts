import { definePermissions } from '#kernel';

export const MemberPermission = definePermissions('member', {
  read: {},
  register: {},
  edit: {},
  phone: {},
  setLevel: { needsReason: true },
  changePin: {},
  resetPin: { needsReason: true },
  unlockPin: {},
});
