// One writing for what people type, scan and import. Stored keys and questions go through the same functions, so that
// what looks the same is the same.

// Letters that nobody sees: marks of direction, joiners, byte order marks, soft hyphens, fillers. Joiners and selectors
// of a picture (👨‍👩‍👧, ❤️) or of a variant of a hanzi belong to what is seen.
const UNSEEN = /(?!\u200D|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}])\p{Default_Ignorable_Code_Point}/gu;
const LOOSE_JOINER =
  /(?<![\p{Extended_Pictographic}\uFE0F])\u200D|\u200D(?!\p{Extended_Pictographic})/gu;
const LOOSE_SELECTOR =
  /(?<![\p{Extended_Pictographic}\p{Script=Han}\d#*])[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
const IGNORED = /\p{Default_Ignorable_Code_Point}/gu;
// Marks above Latin letters: é, ü, ǚ.
const ACCENTS = /[\u0300-\u036F]/g;

/** What is seen of a text, without letters that nobody sees; nothing else is changed. */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, '').replace(LOOSE_JOINER, '').replace(LOOSE_SELECTOR, '');
}

/** A name as it is kept: what is seen of it, blanks as single spaces, none at its ends. */
export function foldName(name: string): string {
  return visibleText(name).normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** How words are compared: half width, small letters, no accents, no letters that nobody sees. */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFKC')
    .replace(IGNORED, '')
    .toLowerCase();
}

// Half width, nothing unseen, no blanks and no dashes of any kind.
const compact = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(IGNORED, '')
    .replace(/[\s\p{Pd}\u2212]/gu, '');

/**
 * A phone as it is kept and asked for. Mainland numbers lose their country code (+86, 0086, 86) and the 0 in front of a
 * mobile; those of other countries keep theirs, with a +. What is no phone stays and is told by `phoneKind`.
 */
export function foldPhone(text: string): string {
  const number = compact(text).replace(/[()]/g, '');
  const mobile = /^(?:(?:\+|00?)?86|0(?=1[3-9]))?(1\d{10})$/.exec(number);
  if (mobile?.[1]) return mobile[1];
  const landline = /^(?:\+|00)860?((?:10|2\d|[3-9]\d{2})\d{7,8})$/.exec(number);
  if (landline?.[1]) return `0${landline[1]}`;
  return number.replace(/^00(?=[1-9]\d{6,14}$)/, '+');
}

export type PhoneKind = 'mobile' | 'landline' | 'local' | 'service' | 'foreign';

const PHONE_KINDS: readonly (readonly [PhoneKind, RegExp])[] = [
  ['mobile', /^1\d{10}$/],
  // 0, area code, 7 or 8 digits.
  ['landline', /^0(?:10|2\d|[3-9]\d{2})\d{7,8}$/],
  // Without its area code.
  ['local', /^[2-9]\d{6,7}$/],
  ['service', /^[48]00\d{7}$/],
  // Of another country, with its code; a number of the mainland has another form.
  ['foreign', /^\+(?!86)[1-9]\d{6,14}$/],
];

/** What kind of number a folded phone is; undefined: none, digits are missing or too many. */
export function phoneKind(phone: string): PhoneKind | undefined {
  return PHONE_KINDS.find(([, form]) => form.test(phone))?.[0];
}

/** Tracks of a magnetic stripe: `;6800102732742401=2512?`, `%B6800102732742401^NAME^2512?`, `%A00123?`. */
const TRACKS = [
  /;([0-9]{4,32})(?:=[0-9=]*)?\?/,
  /%B([0-9]{4,32})\^[^?]*\?/,
  /%([0-9A-Z]{4,32})(?:\^[^?]*)?\?/,
];

/** The number of a card as it is kept and asked for: without spaces and dashes, letters in capitals, off its stripe. */
export function foldCardNo(text: string): string {
  const number = compact(text).toUpperCase();
  for (const track of TRACKS) {
    const found = track.exec(number)?.[1];
    if (found) return found;
  }
  return number;
}

/** Whether a reader of magnetic stripes sent this: a card, never goods and never a name. */
export function isStripe(text: string): boolean {
  return TRACKS.some((track) => track.test(compact(text).toUpperCase()));
}

/** A code of goods as it is kept: half width, without blanks and what nobody sees, its letters as they were written. */
export function plainCode(text: string): string {
  return text.normalize('NFKC').replace(IGNORED, '').replace(/\s/g, '');
}

/** An SKU as it is compared: T1 and t1 are one. */
export const foldSku = (text: string): string => plainCode(text).toLowerCase();

/** GTIN: EAN-8, UPC-A, EAN-13, GTIN-14. */
const GTIN = /^(?:\d{8}|\d{12,14})$/;

/** The check digit of a GTIN: weights 3 and 1 from the right, up to the next ten. */
export function gtinCheckDigit(digits: string): number {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10;
}

/**
 * A barcode as it is compared: half width, small letters, and a number of goods without the zeros in front that tell
 * UPC-A, EAN-13 and GTIN-14 apart. A GTIN-14 with another first digit is a case: another product. Codes of one's own
 * (with letters, other lengths, no check digit) keep their zeros.
 */
export function foldBarcode(text: string): string {
  const code = foldSku(text);
  if (!GTIN.test(code) || Number(code.at(-1)) !== gtinCheckDigit(code.slice(0, -1))) return code;
  return code.replace(/^0+/, '') || code;
}
