import { definePermissions } from '#kernel';

export const CampaignPermission = definePermissions('campaign', { read: {}, send: {} });
