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
  /** Hand out or replace a card for less than the chain asks. */
  waive: {},
  close: {},
  showCode: {},
  stockRead: {},
  stockReceive: {},
  stockTransfer: {},
});

/** Number ranges are given to the stores by head office. */
export const CardRangePermission = definePermissions('card_range', { read: {}, write: {} });
