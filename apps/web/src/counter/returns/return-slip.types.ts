import type { ReturnsOfSale, ReturnView } from '#web/api-client';

/** A return with what its slip says of the sale. */
export type ReturnSlip = ReturnView & { saleNo: string; memberName: string | null };

export function slipOf(sale: ReturnsOfSale, id: number): ReturnSlip | undefined {
  const found = sale.returns.find((each) => each.id === id);
  return found && { ...found, saleNo: sale.receiptNo, memberName: sale.memberName };
}
