import { definePermissions } from '#kernel';

export const SegmentPermission = definePermissions('segment', { read: {}, write: {} });
