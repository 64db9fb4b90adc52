import { flag, type SettingSpecs, type Settled } from '#chain/settings';

export const RETURN_SETTINGS = {
  'sms.on_sale_return': flag('sms', true),
} as const satisfies SettingSpecs;

declare module '#chain/settings' {
  interface DeclaredSettings extends Settled<typeof RETURN_SETTINGS> {}
}
