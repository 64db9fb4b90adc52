import { flag, choice, whole, type SettingSpecs, type Settled } from '#chain/settings';

export const PAYOUT_SETTINGS = {
  /** What becomes of the giver's bonus in a transfer: void in the same ratio, or moved along. */
  'wallet.transfer_bonus': choice('wallet', 'void', ['void', 'move']),
  /** Within so many days what is left of a top-up is paid back without conditions. */
  'limit.refund_days': whole('limit', 7, [0, 3650], 'days'),
  'sms.on_withdrawal': flag('sms', true),
  'sms.on_transfer': flag('sms', true),
  'sms.on_refund': flag('sms', true),
  'sms.on_payout_reversal': flag('sms', true),
} as const satisfies SettingSpecs;

declare module '#chain/settings' {
  interface DeclaredSettings extends Settled<typeof PAYOUT_SETTINGS> {}
}
