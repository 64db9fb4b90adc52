import { flag, onScreens, type SettingSpecs, type Settled } from '#chain/settings';

export const STOCK_SETTINGS = {
  'stock.allow_negative': onScreens('allowNegativeStock', flag('stock', false)),
} as const satisfies SettingSpecs;

declare module '#chain/settings' {
  interface DeclaredSettings extends Settled<typeof STOCK_SETTINGS> {}
}
