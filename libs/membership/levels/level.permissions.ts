import { definePermissions } from '#kernel';

export const LevelPermission = definePermissions('level', { read: {}, write: { chain: true } });
