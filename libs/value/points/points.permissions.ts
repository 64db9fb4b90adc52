import { definePermissions } from '#kernel';

export const PointsPermission = definePermissions('points', { read: {} });
