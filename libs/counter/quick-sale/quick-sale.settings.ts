import { flag, onScreens, type SettingSpecs, type Settled } from '#chain/settings';

export const QUICK_SALE_SETTINGS = {
  /** Whether the level lowers an amount without goods as it does goods. */
  'sale.quick_discountable': onScreens('quickDiscountable', flag('sale', true)),
} as const satisfies SettingSpecs;

declare module '#chain/settings' {
  interface DeclaredSettings extends Settled<typeof QUICK_SALE_SETTINGS> {}
}
