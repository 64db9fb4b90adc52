import { cents, flag, onScreens, whole, type SettingSpecs, type Settled } from '#chain/settings';

export const APPROVAL_SETTINGS = {
  /** Above this amount paid out of a wallet the PIN of whoever's wallet it is is asked. */
  'wallet.pin_limit_cents': onScreens('pinLimitCents', cents('wallet', 200_00, 10_000_000_00)),
  /** Money out of a wallet asks for its owner's PIN at every amount. */
  'wallet.payout_pin': flag('wallet', true),
  /** From these amounts an act needs a second person; 0 is always. */
  'approval.withdrawal_from_cents': cents('approval', 500_00, 10_000_000_00),
  'approval.transfer_from_cents': cents('approval', 500_00, 10_000_000_00),
  'approval.refund_from_cents': cents('approval', 0, 10_000_000_00),
  'approval.adjustment_from_cents': cents('approval', 0, 10_000_000_00),
  'approval.top_up_reversal_from_cents': cents('approval', 500_00, 10_000_000_00),
  'approval.return_from_cents': cents('approval', 200_00, 10_000_000_00),
  /** A void or reversal after the end of the business day. */
  'approval.late_undo_from_cents': cents('approval', 0, 10_000_000_00),
  /** What one person gives on their own to one member, and to all, in a business day: from these sums a second person. */
  'approval.member_day_from_cents': cents('approval', 500_00, 10_000_000_00),
  'approval.staff_day_from_cents': cents('approval', 2_000_00, 10_000_000_00),
  /** A request waits so long for a decision, and an approval so long to be used. */
  'approval.request_minutes': whole('approval', 30, [1, 1440], 'minutes'),
} as const satisfies SettingSpecs;

declare module '#chain/settings' {
  interface DeclaredSettings extends Settled<typeof APPROVAL_SETTINGS> {}
}
