import { addDays, addMonths, businessDateOf, daysBetween, endOfYear, isDate } from './calendar.js';

describe('business date (golden G28)', () => {
  it.each([
    ['2026-11-22T20:59:59Z', 5, '2026-11-22'],
    ['2026-11-22T21:00:00Z', 5, '2026-11-23'],
    ['2026-11-22T16:00:00Z', 0, '2026-11-23'],
  ])('%s with cut-over at %i is %s', (instant, cutoverHour, expected) => {
    expect(businessDateOf(new Date(instant), { timezone: 'Asia/Shanghai', cutoverHour })).toBe(
      expected,
    );
  });
});

describe('calendar', () => {
  it('keeps the anchor day over short months (golden G02)', () => {
    expect([1, 2, 3].map((months) => addMonths('2026-01-31', months))).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  });

  it('counts days over month and year ends', () => {
    expect(addDays('2026-10-20', 365)).toBe('2027-10-20');
    expect(daysBetween('2026-10-20', '2027-10-20')).toBe(365);
    expect(endOfYear('2026-11-22', 1)).toBe('2027-12-31');
  });

  it('knows which days exist', () => {
    expect(isDate('2028-02-29')).toBe(true);
    expect(isDate('2026-02-29')).toBe(false);
    expect(isDate('2026-13-01')).toBe(false);
    expect(isDate('26-01-01')).toBe(false);
  });
});
