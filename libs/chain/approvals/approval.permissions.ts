import { definePermissions } from '#kernel';

/** Asking needs the right to the act itself too, deciding both. */
export const ApprovalPermission = definePermissions('approval', { ask: {}, decide: {} });
