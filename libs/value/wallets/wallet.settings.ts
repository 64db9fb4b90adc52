import { flag, cents, choice, onScreens, type SettingSpecs, type Settled } from '#chain/settings';

export const WALLET_SETTINGS = {
  'wallet.spend_order': onScreens(
    'spendOrder',
    choice('wallet', 'proportional', ['proportional', 'bonus_first', 'principal_first']),
  ),
  /** Prepaid cards of registered members: face value, bonus and unreleased bonus counted. */
  'limit.registered': choice('limit', 'warn', ['off', 'warn', 'stop']),
  'limit.registered_cents': cents('limit', 5_000_00, 10_000_000_00),
  'limit.unregistered': choice('limit', 'warn', ['off', 'warn', 'stop']),
  'limit.unregistered_cents': cents('limit', 1_000_00, 10_000_000_00),
  /** From this amount a company pays by bank transfer. */
  'limit.company_transfer': choice('limit', 'warn', ['off', 'warn', 'stop']),
  'limit.company_transfer_from_cents': cents('limit', 5_000_00, 10_000_000_00),
  'sms.on_top_up': flag('sms', true),
  'sms.on_top_up_reversal': flag('sms', true),
} as const satisfies SettingSpecs;

declare module '#chain/settings' {
  interface DeclaredSettings extends Settled<typeof WALLET_SETTINGS> {}
}
