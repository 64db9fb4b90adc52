import { definePermissions } from '#kernel';

export const AuditPermission = definePermissions('audit', { read: {} });
