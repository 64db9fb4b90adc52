import { flag, type SettingSpecs, type Settled } from '#chain/settings';

export const MERGING_SETTINGS = {
  /** Two records that became one. */
  'sms.on_merge': flag('sms', true),
} as const satisfies SettingSpecs;

declare module '#chain/settings' {
  interface DeclaredSettings extends Settled<typeof MERGING_SETTINGS> {}
}
