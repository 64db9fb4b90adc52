import { definePermissions } from '#kernel';

export const MessagePermission = definePermissions('message', {
  read: {},
  template: { chain: true },
});
