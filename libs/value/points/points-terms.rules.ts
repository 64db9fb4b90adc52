import { addDays, endOfYear } from '#kernel/rules';

export const POINTS_EXPIRIES = ['end_of_year', 'never', 'days'] as const;
export type PointsExpiry = (typeof POINTS_EXPIRIES)[number];

export interface PointsSettings {
  expiry: PointsExpiry;
  /** With 'end_of_year': how many years after the one the points were earned in. */
  expiryYears: number;
  /** With 'days': how many days after the one the points were earned on. */
  expiryDays: number;
}

/** Points of the same store, terms and last valid day are one lot. */
export interface PointsTerms {
  /** 'earned' counts for levels one day, 'gift' never does. */
  terms: 'earned' | 'gift';
  gifted: boolean;
  /** The last day they can be used; null: for ever. */
  expiresOn: string | null;
}

/** The terms of points that a member gets on a business date. */
export function pointsTerms(
  businessDate: string,
  settings: PointsSettings,
  terms: PointsTerms['terms'],
): PointsTerms {
  return { terms, gifted: terms === 'gift', expiresOn: lastDay(businessDate, settings) };
}

function lastDay(businessDate: string, settings: PointsSettings): string | null {
  switch (settings.expiry) {
    case 'never':
      return null;
    case 'days':
      return addDays(businessDate, settings.expiryDays);
    case 'end_of_year':
      return endOfYear(businessDate, settings.expiryYears);
  }
}
