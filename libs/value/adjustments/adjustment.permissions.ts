import { definePermissions } from '#kernel';

/** Value of a wallet and points apart: each by its own right, in the group of what it changes. */
export const WalletAdjustmentPermission = definePermissions('wallet', {
  adjust: { limit: 'amountCents', needsReason: true },
});
export const PointsAdjustmentPermission = definePermissions('points', {
  adjust: { limit: 'amount', needsReason: true },
});
