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
  walletNeedsMember: { status: 422 },
  alreadyVoided: { status: 409, params: ['receiptNo'] },
});
