import { definePermissions } from '#kernel';

export const CardPermission = definePermissions('card', {
  read: {},
  issue: {},
  /** A card on another member's wallet, and what it may spend. */
  bind: {},
  reportLost: {},
  unfreeze: {},
  replace: {},
  extend: { needsReason: true },
  close: {},
  showCode: {},
  stockRead: {},
  stockReceive: {},
  stockTransfer: {},
});

/** Number ranges are given to the stores by head office. */
export const CardRangePermission = definePermissions('card_range', { read: {}, write: {} });
