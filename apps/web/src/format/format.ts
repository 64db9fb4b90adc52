import { formatDay, formatInstant } from '#web/web-kit';
import { t } from '../i18n/i18n.js';

export { formatMoney, formatNumber, formatQuantity } from '#web/web-kit';

/** A calendar day ('YYYY-MM-DD') as it is, or without the year when it is this year's and `short`. */
export function formatDate(day: string | null | undefined, short = false): string {
  return day ? formatDay(day, { short }) : '—';
}

/** An instant (ISO) as the stores' date and minute. */
export function formatDateTime(instant: string | null | undefined, short = false): string {
  return instant ? formatInstant(instant, { short }) : '—';
}

/** Pay rate in basis points: 9000 is "9 折" and "10% off"; 10000 is the full price. */
export function formatPayRate(bps: number): string {
  if (bps >= 10_000) return t('level.fullPrice');
  const trim = (value: string) => value.replace(/\.?0+$/, '');
  return t('level.payRate', {
    rate: trim((bps / 1000).toFixed(3)),
    percent: trim(((10_000 - bps) / 100).toFixed(2)),
  });
}
