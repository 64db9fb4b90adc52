import { defineErrors } from '#kernel';

export const WalletError = defineErrors('wallet', {
  /** The rule is not for this member, store, date or amount. */
  ruleNotInForce: { status: 409 },
  topUpNotFound: { status: 404 },
});
