import { definePermissions } from '#kernel';

export const CardPermission = definePermissions('card', { read: {}, issue: {}, reportLost: {} });
