import { choice, onScreens, text, type SettingSpecs, type Settled } from '#chain/settings';

export const RECEIPT_SETTINGS = {
  'receipt.print': onScreens('receiptPrint', choice('receipt', 'ask', ['ask', 'always', 'never'])),
  'receipt.footer': onScreens('receiptFooter', text('receipt', '', 200)),
} as const satisfies SettingSpecs;

declare module '#chain/settings' {
  interface DeclaredSettings extends Settled<typeof RECEIPT_SETTINGS> {}
}
