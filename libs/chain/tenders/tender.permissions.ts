import { definePermissions } from '#kernel';

export const TenderPermission = definePermissions('tender', { manage: { chain: true } });
