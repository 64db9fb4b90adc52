/** Calendar dates are 'YYYY-MM-DD' strings: they compare as text and have no time zone. */

export interface StoreClock {
  timezone: string;
  cutoverHour: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timezone: string): Intl.DateTimeFormat {
  let format = formats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: timezone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timezone, format);
  }
  return format;
}

const QUARTER_MS = 900_000;
/** The newest answer of each zone: every sale asks, and formatting is dear. */
const latest = new Map<string, { quarter: number; date: string }>();

/** The calendar date at `instant` in `timezone`. */
export function dateIn(instant: Date, timezone: string): string {
  // Every zone is whole quarters of an hour from UTC, so the date changes only where a quarter begins.
  const quarter = Math.floor(instant.getTime() / QUARTER_MS);
  const known = latest.get(timezone);
  if (known?.quarter === quarter) return known.date;
  const date = formatOf(timezone).format(instant);
  latest.set(timezone, { quarter, date });
  return date;
}

/** The store's day at `instant`: local time minus the cut-over hour (golden G28). */
export function businessDateOf(instant: Date, store: StoreClock): string {
  return dateIn(new Date(instant.getTime() - store.cutoverHour * 3_600_000), store.timezone);
}

function parts(date: string): [number, number, number] {
  const [year, month, day] = date.split('-').map(Number);
  return [year ?? 0, month ?? 1, day ?? 1];
}

function format(utc: number): string {
  return new Date(utc).toISOString().slice(0, 10);
}

export function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const [year, month, day] = parts(value);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function addDays(date: string, days: number): string {
  const [year, month, day] = parts(date);
  return format(Date.UTC(year, month - 1, day + days));
}

/** Months later, counted from `date` itself each time so that the anchor day never drifts (golden G02). */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = parts(date);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = (index % 12) + 1;
  return format(Date.UTC(toYear, toMonth - 1, Math.min(day, daysInMonth(toYear, toMonth))));
}

export function endOfYear(date: string, yearsLater = 0): string {
  return `${parts(date)[0] + yearsLater}-12-31`;
}

export function daysBetween(from: string, to: string): number {
  const [y1, m1, d1] = parts(from);
  const [y2, m2, d2] = parts(to);
  return Math.round((Date.UTC(y2, m2 - 1, d2) - Date.UTC(y1, m1 - 1, d1)) / 86_400_000);
}
