import { pointsTerms } from './points-terms.rules.js';

describe('terms of points', () => {
  const settings = { expiry: 'end_of_year', expiryYears: 1, expiryDays: 365 } as const;

  it.each([
    ['end_of_year', 1, '2027-12-31'],
    ['end_of_year', 0, '2026-12-31'],
    ['never', 1, null],
    ['days', 1, '2027-11-22'],
  ] as const)('%s + %i: last day %s', (expiry, expiryYears, expiresOn) => {
    expect(pointsTerms('2026-11-22', { ...settings, expiry, expiryYears }, 'earned')).toEqual({
      terms: 'earned',
      gifted: false,
      expiresOn,
    });
  });

  it('keeps gifts apart from what was earned', () => {
    expect(pointsTerms('2026-11-22', settings, 'gift')).toMatchObject({
      terms: 'gift',
      gifted: true,
    });
  });
});
