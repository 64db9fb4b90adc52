import { whole, type SettingSpecs, type Settled } from '#chain/settings';

export const MEMBER_SEARCH_SETTINGS = {
  /** Numbers that nobody has, asked for within a minute; in an hour six times as many. */
  'card.misses_per_person': whole('card', 30, [5, 10_000], 'times'),
  'card.misses_per_till': whole('card', 60, [5, 10_000], 'times'),
  'card.misses_per_chain': whole('card', 600, [50, 1_000_000], 'times'),
} as const satisfies SettingSpecs;

declare module '#chain/settings' {
  interface DeclaredSettings extends Settled<typeof MEMBER_SEARCH_SETTINGS> {}
}
