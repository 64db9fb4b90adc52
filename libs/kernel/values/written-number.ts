import { visibleText } from './folding.js';

// One reader for every number that a person typed or a file says. What can be read in two ways is refused, not guessed:
// "1,20" is 1.20 to one person and 120 to another.

export type NumberProblem =
  | 'not_a_number'
  /** A comma, a point or a blank that may part thousands or decimals. */
  | 'unclear_separator'
  | 'too_many_decimals'
  | 'not_whole'
  | 'too_large';
export type ReadNumber = { value: number } | { problem: NumberProblem };

const MAX_TEXT = 40;
const MAX_WHOLE_DIGITS = 12;

const GROUPED = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/;
const PLAIN = /^(?:\d+\.?\d*|\.\d+)$/;
/** May be a thousand and may be three decimals. */
const ONE_COMMA_THOUSAND = /^[1-9]\d{0,2},\d{3}$/;
const ONE_POINT_THOUSAND = /^[1-9]\d{0,2}\.\d{3}$/;
const ONLY_DIGITS_AND_MARKS = /^\d[\d.,'’ ]*\d?$/;

/** One width of digits and marks, nothing invisible, nothing around it. */
function folded(text: string): string {
  return visibleText(text)
    .normalize('NFKC')
    .replace(/。/g, '.')
    .replace(/、/g, ',')
    .replace(/\u2212/g, '-')
    .trim();
}

/** An amount without what people write around it: ¥1,200.50元, RMB 50. */
const withoutCurrency = (text: string): string =>
  text.replace(/^([+-]?) ?(?:¥|rmb|cny) ?/i, '$1').replace(/ ?(?:元整?|圆整?|rmb|cny)$/i, '');

interface Kind {
  decimals: 0 | 2 | 3 | 4;
  currency?: boolean;
}

function read(text: string, { decimals, currency }: Kind): ReadNumber {
  if (text.length > MAX_TEXT) return { problem: 'not_a_number' };
  const bare = currency ? withoutCurrency(folded(text)) : folded(text);
  const [, inBrackets] = /^\(([^()]+)\)$/.exec(bare) ?? [];
  const [, sign = '', body = ''] = /^([+-]?)(.*)$/.exec(inBrackets ?? bare) ?? [];
  const unclear =
    (decimals >= 3 && ONE_COMMA_THOUSAND.test(body)) ||
    (decimals < 3 && ONE_POINT_THOUSAND.test(body));
  if (unclear) return { problem: 'unclear_separator' };
  if (PLAIN.test(body) || GROUPED.test(body))
    return scaled(body.replaceAll(',', ''), decimals, sign === '-' || inBrackets !== undefined);
  return { problem: ONLY_DIGITS_AND_MARKS.test(body) ? 'unclear_separator' : 'not_a_number' };
}

function scaled(plain: string, decimals: number, negative: boolean): ReadNumber {
  const [whole = '', allDecimals = ''] = plain.split('.');
  const fraction = allDecimals.replace(/0+$/, '');
  if (fraction.length > decimals)
    return { problem: decimals === 0 ? 'not_whole' : 'too_many_decimals' };
  const digits = whole.replace(/^0+/, '');
  if (digits.length > MAX_WHOLE_DIGITS) return { problem: 'too_large' };
  const value = Number(digits + fraction.padEnd(decimals, '0'));
  return { value: negative && value !== 0 ? -value : value };
}

/** Money in 分: "1,234.50", "¥50元", "５０．５". */
export const readCents = (text: string): ReadNumber => read(text, { decimals: 2, currency: true });

/** A quantity in thousandths: "1.5" is 1500; "1,500" is refused, because it may be 1.5 as well. */
export const readMilli = (text: string): ReadNumber => read(text, { decimals: 3 });

/** Four decimals in ten-thousandths: points per yuan, rates. */
export const readTenThousandths = (text: string): ReadNumber => read(text, { decimals: 4 });

/** Points, visits, days: "1,000" is 1000; "1,5" and "1.5" are refused. */
export const readWhole = (text: string): ReadNumber => read(text, { decimals: 0 });

/** A number that a program wrote, such as a spreadsheet's own: its point is a decimal point. */
export function readPlainDecimal(text: string, decimals: 0 | 2): ReadNumber {
  const [, sign, plain] = /^(-?)(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  return plain === undefined ? { problem: 'not_a_number' } : scaled(plain, decimals, sign === '-');
}

/** Whether more keys may still make a number of what stands in a field: "1," on its way to "1,234". */
export function isUnfinishedNumber(text: string): boolean {
  const bare = withoutCurrency(folded(text));
  return /^[+-]?¥?$/.test(bare) || /^[+-]?(?:\.|[1-9]\d{0,2}(?:,\d{3})*,\d{0,2})$/.test(bare);
}
