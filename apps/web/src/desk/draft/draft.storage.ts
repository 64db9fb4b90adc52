import { newUuid } from '#web/web-kit';
import { productKey } from '../../counter/sales/product.cart-line.js';
import { isKnown } from '../cart/cart-lines.js';
import { type Cart, type CartLine, EMPTY_CART } from '../cart/cart.rules.js';
import type { TenderEntry } from '../pay/payment.rules.js';

/** A sale in the making: ids and amounts only, no names, phones or PINs. */
export interface Draft {
  cart: Cart;
  memberId: number | null;
  /** The card that was read; null when the member was found another way. */
  cardNo: string | null;
  tenders: TenderEntry[];
  /** The key of the sale that this draft becomes: whoever sells it, in whatever tab, it is sold once. */
  saleKey: string;
}

const VERSION = 3;

/** A new one each time: a draft is changed in place while the sale is made. */
export const emptyDraft = (): Draft => ({
  cart: { ...EMPTY_CART, lines: [] },
  memberId: null,
  cardNo: null,
  tenders: [],
  saleKey: newUuid(),
});

const keyOf = (tillId: number): string => `shuke.desk.draft.${tillId}`;

/** The till's draft as this browser last left it; an empty one when there is none that can be read. */
export function readDraft(tillId: number): Draft {
  try {
    const stored = JSON.parse(localStorage.getItem(keyOf(tillId)) ?? 'null') as
      (Draft & { version: number; attempt?: { key: string } | null }) | null;
    if (!stored || !Array.isArray(stored.cart.lines)) return emptyDraft();
    const { version, cart, memberId, cardNo, tenders, attempt } = stored;
    // The first version had a key once the payment was open.
    const saleKey = version === 1 ? (attempt?.key ?? newUuid()) : stored.saleKey;
    if (version > VERSION || !saleKey) return emptyDraft();
    // Before the third there were products only.
    const lines = version < 3 ? cart.lines.map(asProduct) : cart.lines;
    if (!lines.every(isKnown)) return emptyDraft();
    return { cart: { ...cart, lines }, memberId, cardNo, tenders, saleKey };
  } catch {
    return emptyDraft();
  }
}

function asProduct(line: CartLine): CartLine {
  const { productId } = line as CartLine & { productId: number };
  const product = { productKind: line.kind, kind: 'product', key: productKey(productId) };
  return { ...line, ...product };
}

export function writeDraft(tillId: number, draft: Draft): void {
  try {
    localStorage.setItem(keyOf(tillId), JSON.stringify({ version: VERSION, ...draft }));
  } catch {
    // A browser without storage loses the draft on reload; selling goes on.
  }
}
