import { choice, flag, onScreens, whole, type SettingSpecs, type Settled } from '#chain/settings';

export const POINTS_SETTINGS = {
  'points.expiry': choice('points', 'end_of_year', ['end_of_year', 'never', 'days']),
  /** End of the year that many years after the one they were earned in. */
  'points.expiry_years': whole('points', 1, [0, 10], 'years'),
  'points.expiry_days': whole('points', 365, [1, 3650], 'days'),
  /** Whether the part of a sale paid with bonus earns points. */
  'points.on_bonus': onScreens('bonusEarnsPoints', flag('points', false)),
  /** 积分抵现: points pay at the till … */
  'points.pay': onScreens('pointsPay', flag('points', false)),
  /** … so many for a yuan … */
  'points.pay_per_yuan': onScreens('pointsPerYuan', whole('points', 100, [1, 100_000], 'points')),
  /** … in whole steps … */
  'points.pay_step': onScreens('pointsStep', whole('points', 100, [1, 100_000], 'points')),
  /** … and no more of a sale than this. */
  'points.pay_percent': onScreens('pointsMaxPercent', whole('points', 50, [1, 100], 'percent')),
} as const satisfies SettingSpecs;

declare module '#chain/settings' {
  interface DeclaredSettings extends Settled<typeof POINTS_SETTINGS> {}
}
