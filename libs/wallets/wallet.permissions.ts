import { definePermissions } from '#kernel';

export const WalletPermission = definePermissions('wallet', { read: {}, topUp: {} });
