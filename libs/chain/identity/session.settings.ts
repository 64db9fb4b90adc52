import { onScreens, whole, type SettingSpecs, type Settled } from '#chain/settings';

export const SESSION_SETTINGS = {
  'session.idle_minutes': onScreens('idleMinutes', whole('session', 30, [1, 1440], 'minutes')),
  'session.absolute_hours': whole('session', 12, [1, 168], 'hours'),
  /** Sign-in is slowed after this many failures of an account at one address … */
  'session.failures': whole('session', 5, [1, 100], 'times'),
  /** … within this time. */
  'session.failure_minutes': whole('session', 15, [1, 1440], 'minutes'),
} as const satisfies SettingSpecs;

declare module '#chain/settings' {
  interface DeclaredSettings extends Settled<typeof SESSION_SETTINGS> {}
}
