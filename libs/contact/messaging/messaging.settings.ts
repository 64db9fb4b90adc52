import { flag, onScreens, text, type SettingSpecs, type Settled } from '#chain/settings';

export const MESSAGING_SETTINGS = {
  'sms.signature': onScreens('smsSignature', text('sms', '熟客', 12)),
  'sms.on_top_up': flag('sms', true),
  'sms.on_wallet_debit': flag('sms', true),
  'sms.on_withdrawal': flag('sms', true),
  'sms.on_transfer': flag('sms', true),
  'sms.on_refund': flag('sms', true),
  'sms.on_adjustment': flag('sms', true),
  'sms.on_top_up_reversal': flag('sms', true),
  'sms.on_sale_void': flag('sms', true),
  'sms.on_sale_return': flag('sms', true),
  'sms.on_payout_reversal': flag('sms', true),
  /** Tells the phone that was on the record before. */
  'sms.on_phone_change': flag('sms', true),
  /** Another document in place of the one that was registered. */
  'sms.on_identity': flag('sms', true),
  /** A PIN that was reset or locked. */
  'sms.on_pin': flag('sms', true),
  /** Two records that became one. */
  'sms.on_merge': flag('sms', true),
  /** A card that was reported lost or replaced. */
  'sms.on_card': flag('sms', true),
  /** Stands at the end of every advertising message. */
  'sms.opt_out_text': text('sms', '拒收请回复R', 20),
} as const satisfies SettingSpecs;

declare module '#chain/settings' {
  interface DeclaredSettings extends Settled<typeof MESSAGING_SETTINGS> {}
}
