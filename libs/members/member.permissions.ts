import { definePermissions } from '#kernel';

export const MemberPermission = definePermissions('member', {
  read: {},
  register: {},
  edit: {},
  phone: {},
});
