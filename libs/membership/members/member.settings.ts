import { flag, type SettingSpecs, type Settled } from '#chain/settings';

export const MEMBER_SETTINGS = {
  /** Tells the phone that was on the record before. */
  'sms.on_phone_change': flag('sms', true),
  /** Another document in place of the one that was registered. */
  'sms.on_identity': flag('sms', true),
  /** A PIN that was reset or locked. */
  'sms.on_pin': flag('sms', true),
} as const satisfies SettingSpecs;

declare module '#chain/settings' {
  interface DeclaredSettings extends Settled<typeof MEMBER_SETTINGS> {}
}
