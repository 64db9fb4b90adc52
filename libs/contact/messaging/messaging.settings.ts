import { onScreens, text, type SettingSpecs, type Settled } from '#chain/settings';

export const MESSAGING_SETTINGS = {
  'sms.signature': onScreens('smsSignature', text('sms', '熟客', 12)),
  /** Stands at the end of every advertising message. */
  'sms.opt_out_text': text('sms', '拒收请回复R', 20),
} as const satisfies SettingSpecs;

declare module '#chain/settings' {
  interface DeclaredSettings extends Settled<typeof MESSAGING_SETTINGS> {}
}
