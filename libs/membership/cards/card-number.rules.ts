import { foldCardNo } from '#kernel/rules';

export const CARD_NO_LENGTH = 16;
/** Chain prefix (4) and store range (4). */
export const CARD_PREFIX_LENGTH = 8;
/** The part nobody can guess. */
export const CARD_SECRET_LENGTH = 7;
/** The Luhn check digit that makes `digits` whole. */
export function checkDigitOf(digits: string): number {
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const digit = Number(character) * (index % 2 === 0 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** 16 digits with the right check digit: one misread digit or two swapped neighbours are found out. */
export function isCardNo(text: string): boolean {
  return (
    text.length === CARD_NO_LENGTH &&
    /^\d+$/.test(text) &&
    Number(text.at(-1)) === checkDigitOf(text.slice(0, -1))
  );
}

/** A whole number: 8 digits of a range, 7 that nobody can guess, the check digit. */
export function cardNumber(prefix: string, secret: string): string {
  const digits = prefix + secret;
  return `${digits}${checkDigitOf(digits)}`;
}

/** A number as it was typed or scanned, as it is kept. */
export const typedCardNo = foldCardNo;
