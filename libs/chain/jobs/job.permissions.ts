import { definePermissions } from '#kernel';

export const JobPermission = definePermissions('job', {
  read: { chain: true },
  send_again: { chain: true },
});
