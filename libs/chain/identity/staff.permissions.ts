import { definePermissions } from '#kernel';

export const StaffPermission = definePermissions('staff', { read: {} });
