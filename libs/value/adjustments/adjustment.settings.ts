import { flag, type SettingSpecs, type Settled } from '#chain/settings';

export const ADJUSTMENT_SETTINGS = {
  'sms.on_adjustment': flag('sms', true),
} as const satisfies SettingSpecs;

declare module '#chain/settings' {
  interface DeclaredSettings extends Settled<typeof ADJUSTMENT_SETTINGS> {}
}
