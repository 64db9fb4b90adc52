import {
  CARD_NO_LENGTH,
  CARD_PREFIX_LENGTH,
  checkDigitOf,
  isCardNo,
  typedCardNo,
} from './card-number.rules.js';

/** One parcel of printed cards. */
export const MAX_STOCK_NUMBERS = 5_000;

/** The numbers in a pasted or scanned list, each once, in the order of the list. */
export function numbersIn(text: string): string[] {
  const numbers = text.split(/[\s,;，；、]+/).map(typedCardNo);
  return [...new Set(numbers.filter((number) => number !== ''))];
}

/**
 * Every number from the first to the last, which a printer made in order: the part behind the prefix counts up, each has its
 * check digit. Undefined where the two don't bound a run of one prefix.
 */
export function numbersBetween(first: string, last: string): string[] | undefined {
  if (!isCardNo(first) || !isCardNo(last)) return undefined;
  const prefix = first.slice(0, CARD_PREFIX_LENGTH);
  if (prefix !== last.slice(0, CARD_PREFIX_LENGTH)) return undefined;
  const partOf = (number: string) => Number(number.slice(CARD_PREFIX_LENGTH, CARD_NO_LENGTH - 1));
  const [from, to] = [partOf(first), partOf(last)];
  if (to < from || to - from >= MAX_STOCK_NUMBERS) return undefined;
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const part = String(from + index).padStart(CARD_NO_LENGTH - 1 - CARD_PREFIX_LENGTH, '0');
    return `${prefix}${part}${checkDigitOf(prefix + part)}`;
  });
}

/** What is wrong with a list of numbers for a store's stock, or null. */
export function wrongAmong(
  numbers: readonly string[],
  prefixes: readonly string[],
): { why: 'wrong' | 'not_in_range'; count: number; cardNo: string } | null {
  const misread = numbers.filter((number) => !isCardNo(number));
  if (misread[0]) return { why: 'wrong', count: misread.length, cardNo: misread[0] };
  const foreign = numbers.filter(
    (number) => !prefixes.includes(number.slice(0, CARD_PREFIX_LENGTH)),
  );
  if (foreign[0]) return { why: 'not_in_range', count: foreign.length, cardNo: foreign[0] };
  return null;
}
