import type { CellType } from './list.types.js';
import { formatMoney, formatNumber, formatQuantity, formatRate } from './money.js';
import { formatDay, formatInstant } from './time.js';

/** A value as a table shows it. Nothing is a dash, never a zero. */
export function cellText(value: unknown, type: CellType = 'text'): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'number') {
    switch (type) {
      case 'money':
        return formatMoney(value);
      case 'signed-money':
        return formatMoney(value, { sign: 'always' });
      case 'number':
        return formatNumber(value);
      case 'signed-number':
        return formatNumber(value, { sign: 'always' });
      case 'quantity':
        return formatQuantity(value);
      case 'rate':
        return formatRate(value);
    }
  }
  if (type === 'datetime') return formatInstant(String(value), { short: true });
  if (type === 'date') return formatDay(String(value));
  if (type === 'day') return formatDay(String(value), { short: true });
  if (Array.isArray(value)) return value.join(', ');
  return String(value);
}
