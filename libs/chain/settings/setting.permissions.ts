import { definePermissions } from '#kernel';

export const SettingPermission = definePermissions('settings', {
  read: {},
  write: { chain: true },
});
