import dayjs from 'dayjs';
import type { CellType } from './list.types.js';
import { formatMoney, formatNumber, formatQuantity, formatRate } from './money.js';

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
  if (type === 'datetime') return dayjs(String(value)).format('YYYY-MM-DD HH:mm');
  if (type === 'date') return String(value).slice(0, 10);
  if (Array.isArray(value)) return value.join(', ');
  return String(value);
}
