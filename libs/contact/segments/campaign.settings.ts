import { whole, type SettingSpecs, type Settled } from '#chain/settings';

export const CAMPAIGN_SETTINGS = {
  /** No advertising from this hour in the evening … */
  'sms.quiet_from_hour': whole('sms', 21, [0, 23], 'oclock'),
  /** … until this one in the morning, by the clock of the member's store; equal hours: never quiet. */
  'sms.quiet_to_hour': whole('sms', 9, [0, 23], 'oclock'),
  /** Thousandths of a yuan for a part: a cent is too coarse for what gateways charge. */
  'sms.price_per_part_mills': whole('sms', 45, [0, 10_000], 'mills'),
  /** Advertising messages a second, of all workers together. */
  'sms.per_second': whole('sms', 10, [1, 500], 'times'),
} as const satisfies SettingSpecs;

declare module '#chain/settings' {
  interface DeclaredSettings extends Settled<typeof CAMPAIGN_SETTINGS> {}
}
