export const PRODUCT_KINDS = ['goods', 'service'] as const;
export type ProductKind = (typeof PRODUCT_KINDS)[number];
export const PRODUCT_STATUSES = ['active', 'discontinued'] as const;
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];

const BARCODE = /^[0-9A-Za-z-]{4,32}$/;
const EAN_13 = /^\d{13}$/;

/** The 13th digit of an EAN-13 code: weights 1 and 3 from the left, up to the next ten. */
export function eanCheckDigit(first12: string): number {
  if (!/^\d{12}$/.test(first12))
    throw new RangeError('An EAN-13 code has 12 digits before its check digit.');
  const sum = [...first12].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 ? 3 : 1),
    0,
  );
  return (10 - (sum % 10)) % 10;
}

export function withEanCheckDigit(first12: string): string {
  return first12 + String(eanCheckDigit(first12));
}

/** Letters, digits and dashes; 13 digits are an EAN-13 code and must carry its check digit. */
export function isBarcode(text: string): boolean {
  if (!BARCODE.test(text)) return false;
  return !EAN_13.test(text) || withEanCheckDigit(text.slice(0, 12)) === text;
}

/**
 * A payment code (付款码) shown by a customer's phone: WeChat 18 digits from 10 to 15, Alipay 16–24 digits from 25 to 30.
 * It is never looked up as a product (golden G35).
 */
export function isPaymentCode(text: string): boolean {
  return /^1[0-5]\d{16}$/.test(text) || /^(2[5-9]|30)\d{14,22}$/.test(text);
}
