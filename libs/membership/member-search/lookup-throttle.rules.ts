import { foldPhone, phoneKind } from '#kernel/rules';

/** In an hour six times what a minute allows: who mistypes now and then never meets it, who tries numbers in a row does. */
const HOUR_FACTOR = 6;

/** The limits of numbers that nobody has, from what a minute allows. */
export const limitOf = (minute: number) => ({ minute, hour: minute * HOUR_FACTOR });

const PHONE_OR_CARD = /^\+?\d{5,32}$/;
/** Numbers of a previous system: a few letters, then digits. */
const OLD_CARD = /^[A-Z]{1,4}\d{3,28}$/;
/** Goods from a scale carry their price: every piece has a barcode that nobody has seen before. */
const SCALE_BARCODE = /^2\d{12}$/;

/** Whether a number that nobody has may have been a guess at a card or a phone. Names and four digits open nobody. */
export function mayBeGuess(number: string): boolean {
  return (PHONE_OR_CARD.test(number) || OLD_CARD.test(number)) && !SCALE_BARCODE.test(number);
}

/** As many digits as goods have (EAN-8, UPC-A, EAN-13, GTIN-14), and no phone: most likely a scan of something new. */
export function mayBeGoods(number: string): boolean {
  return /^(?:\d{8}|\d{12,14})$/.test(number) && phoneKind(foldPhone(number)) !== 'mobile';
}

/** Typing on, or taking a digit back, asks again for the same number: neither of two whole numbers begins the other. */
export function isSameTyping(before: string | undefined, now: string): boolean {
  return before !== undefined && (now.startsWith(before) || before.startsWith(now));
}
