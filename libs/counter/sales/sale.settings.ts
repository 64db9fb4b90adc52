import { flag, choice, onScreens, type SettingSpecs, type Settled } from '#chain/settings';

export const SALE_SETTINGS = {
  'sale.rounding': onScreens('rounding', choice('sale', 'none', ['none', 'down_jiao'])),
  'sms.on_wallet_debit': flag('sms', true),
  'sms.on_sale_void': flag('sms', true),
} as const satisfies SettingSpecs;

declare module '#chain/settings' {
  interface DeclaredSettings extends Settled<typeof SALE_SETTINGS> {}
}
