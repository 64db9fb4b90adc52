import { choice, onScreens, type SettingSpecs, type Settled } from '#chain/settings';

export const SALE_SETTINGS = {
  'sale.rounding': onScreens('rounding', choice('sale', 'none', ['none', 'down_jiao'])),
} as const satisfies SettingSpecs;

declare module '#chain/settings' {
  interface DeclaredSettings extends Settled<typeof SALE_SETTINGS> {}
}
