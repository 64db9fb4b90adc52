/**
 * What a number format shows of a day. Only what is shown is taken: the year behind "5月20日" is the year in which it was
 * typed.
 */
export type DateShape =
  /** Year, month and day. */
  | 'date'
  /** Month and day. */
  | 'no_year'
  /** Something of a date that is no day: a month, a weekday. */
  | 'part'
  | 'time';

/** Spreadsheets allow no longer format. */
const MAX_FORMAT = 255;
const CLOSED_BY: Readonly<Record<string, string>> = { '"': '"', '[': ']' };
/** Before another sign: it stands for itself, as a blank of its width, or fills the cell. */
const BEFORE_ONE = new Set(['\\', '_', '*']);

/** The letters of the first section that mean something: no quotes, brackets and single signs. One pass, whatever it holds. */
function meaningOf(code: string): string {
  let meaning = '';
  for (let at = 0; at < code.length; at += 1) {
    const sign = code.charAt(at);
    if (sign === ';') break;
    const end = CLOSED_BY[sign];
    if (end) {
      const closed = code.indexOf(end, at + 1);
      if (closed < 0) break;
      const inside = code.slice(at + 1, closed);
      // [h]:mm counts hours past a day.
      if (sign === '[' && /^(?:h|m|s){1,2}$/i.test(inside)) meaning += 'h';
      at = closed;
    } else if (BEFORE_ONE.has(sign)) at += 1;
    else meaning += sign.toLowerCase();
  }
  return meaning.replace(/am\/pm|a\/p|上午\/下午|general|e[+-]/g, '');
}

/** What a format shows of a day; undefined: it shows a number. */
export function dateShapeOf(code: string): DateShape | undefined {
  if (code.length > MAX_FORMAT) return undefined;
  const meaning = meaningOf(code);
  const [year, day, clock] = [/[y年]/, /[d日]|aaa/, /[hs时秒]/].map((sign) => sign.test(meaning));
  // An m beside hours or seconds is minutes.
  const month = /月/.test(meaning) || (/m/.test(meaning) && !(clock && !year && !day));
  if (year && month && day) return 'date';
  if (month && day && !year) return 'no_year';
  if (year || month || day) return 'part';
  return clock ? 'time' : undefined;
}

/** The formats that spreadsheets have built in, those of Chinese editions among them. */
export function builtInShape(id: number): DateShape | undefined {
  if ([14, 15, 22, 30, 31].includes(id)) return 'date';
  if ([16, 28, 29, 51, 53, 54, 58].includes(id)) return 'no_year';
  if ([17, 27, 36, 50, 52, 57].includes(id)) return 'part';
  const isTime = (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47);
  return isTime || id === 55 || id === 56 ? 'time' : undefined;
}
