import { definePermissions } from '#kernel';

export const WalletPermission = definePermissions('wallet', {
  read: {},
  topUp: {},
  reverseTopUp: { limit: 'principalCents', needsReason: true },
});

/** Head office owns what is given for money; whoever sells may read it. */
export const TopUpRulePermission = definePermissions('top_up_rule', { read: {}, write: {} });
