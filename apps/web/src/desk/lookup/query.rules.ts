import { isPaymentCode } from '#goods/catalogue/rules';
import { foldCardNo, isStripe, visibleText } from '#kernel/rules';

export type Query =
  | { kind: 'payment_code' }
  | { kind: 'nothing' }
  /** What is asked of members, of products, or of both. */
  | { kind: 'search'; text: string };

/**
 * What people type or scan into the one box, as it is sent: full-width digits and letters made plain, the gaps
 * of a card number and the marks of its magnetic stripe dropped. A code from a payment app is never looked up.
 */
export function readQuery(input: string): Query {
  if (isStripe(input)) return { kind: 'search', text: foldCardNo(input) };
  const plain = visibleText(input).normalize('NFKC').trim().replace(/\s+/g, ' ');
  const text = /^[\d -]+$/.test(plain) ? plain.replace(/[ ]/g, '') : plain;
  if (text === '') return { kind: 'nothing' };
  if (isPaymentCode(text)) return { kind: 'payment_code' };
  return { kind: 'search', text: text.slice(0, 60) };
}

/** Whether typing so far is worth a look: one hanzi, or two of anything else. */
export function worthSearching(text: string): boolean {
  return text.length >= 2 || /\p{Script=Han}/u.test(text);
}
