import { definePermissions } from '#kernel';

/** Closing a card is a right of the card's own group. */
export const PayoutPermission = definePermissions('wallet', {
  withdraw: { limit: 'amountCents' },
  transfer: { limit: 'amountCents' },
  refund: { limit: 'amountCents' },
  reversePayout: { needsReason: true },
});
