import { definePermissions } from '#kernel';

export const OverviewPermission = definePermissions('overview', { read: {} });
