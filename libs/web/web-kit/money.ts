// Amounts are integer cents from the API to the screen; no float is ever made of them.

const MINUS = '\u2212';

export interface MoneyFormat {
  /** 'always' writes a plus before positive amounts (signed columns). */
  sign?: 'auto' | 'always';
}

/** 128650 → '1,286.50'. */
export function formatMoney(cents: number, { sign = 'auto' }: MoneyFormat = {}): string {
  const absolute = Math.abs(cents);
  const yuan = Math.trunc(absolute / 100);
  const text = `${group(yuan)}.${String(absolute % 100).padStart(2, '0')}`;
  return signOf(cents, sign) + text;
}

/** 12345 → '12,345'. */
export function formatNumber(value: number, { sign = 'auto' }: MoneyFormat = {}): string {
  return signOf(value, sign) + group(Math.abs(value));
}

/** Thousandths: 1500 → '1.5', 2000 → '2'. */
export function formatQuantity(milli: number, { sign = 'auto' }: MoneyFormat = {}): string {
  const absolute = Math.abs(milli);
  const rest = String(absolute % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return signOf(milli, sign) + group(Math.trunc(absolute / 1000)) + (rest ? `.${rest}` : '');
}

/** Basis points: 9000 → '90%', 8850 → '88.5%'. */
export function formatRate(bps: number): string {
  const rest = String(Math.abs(bps) % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${signOf(bps, 'auto')}${Math.trunc(Math.abs(bps) / 100)}${rest ? `.${rest}` : ''}%`;
}

function group(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
}

function signOf(value: number, sign: 'auto' | 'always'): string {
  if (value < 0) return MINUS;
  return sign === 'always' && value > 0 ? '+' : '';
}
