import { defineErrors } from '#kernel';

export const SaleError = defineErrors('sale', {
  notFound: { status: 404 },
  /** What was scanned costs something else now: lines with the price of today. */
  priceChanged: { status: 409, params: ['lines'] },
  dueChanged: { status: 409, params: ['dueCents'] },
  productNotForSale: { status: 409, params: ['productId'] },
  wholeUnitsOnly: { status: 422, params: ['productId'] },
  tendersDoNotCover: { status: 422, params: ['missingCents'] },
  tendersExceed: { status: 422, params: ['excessCents'] },
  changeOnlyForCash: { status: 422 },
  tenderTwice: { status: 422, params: ['tender'] },
  /** Only a member has stored value and points. */
  tenderNeedsMember: { status: 422, params: ['tender'] },
  /** Points of the holder beside the wallet of somebody else: each would ask for a PIN of its own. */
  twoPins: { status: 422 },
  alreadyVoided: { status: 409, params: ['receiptNo'] },
  /** Something of it came back: it can't be undone as a whole. */
  partlyReturned: { status: 409, params: ['receiptNo'] },
});
