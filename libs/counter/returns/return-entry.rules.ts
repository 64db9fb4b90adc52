import { tendersByKind } from '#chain/tenders';
import { type AccountRef, type Books, GRACE_DAYS, type GivenBack, House, pointsOf } from '#ledger';
import { partsByKind, type ReturnedPart, type ReturnPlace } from '#goods/lines';
import type { ReturnableSale } from '#counter/sales';
import type { GoodsTo } from './return.dto.js';
import type { PlannedReturn } from './return.rules.js';

/** Where each line's goods go; the shelf where nobody says. Of a service nothing comes back. */
export function goodsOf(
  sale: Pick<ReturnableSale, 'lines'>,
  planned: PlannedReturn,
  asked: readonly { lineNo: number; goods?: GoodsTo }[],
): ReturnedPart[] {
  return planned.lines.map(({ lineNo, qtyMilli, costCents }) => {
    const line = sale.lines.find((each) => each.lineNo === lineNo);
    const wanted = asked.find((each) => each.lineNo === lineNo)?.goods ?? 'shelf';
    const goods = line?.isGoods ? wanted : 'none';
    const { kind = 'product', productId = null } = line ?? {};
    return { lineNo, kind, productId, qtyMilli, costCents, goods };
  });
}

/** The accounts a return may touch beside those of its sale, as the kinds of its lines say. */
export const accountsOfReturn = (
  parts: readonly ReturnedPart[],
  place: ReturnPlace,
): AccountRef[] =>
  partsByKind(parts).flatMap(({ kind, parts: of }) => kind.returnAccounts(of, place));

export interface MovedBack {
  /** What went into lots again, and what of the sale that is. */
  given: (GivenBack & { component: string })[];
  pointsOwed: number;
}

/**
 * What a return moves: what had paid goes back by its kind of tender (value into the lots it came from, money out of the
 * acting till or safe), what the kinds of line give back, points back from whom they were given to (R7). The sale's store has
 * the income taken back.
 */
export function moveBack(
  books: Books,
  sale: Pick<ReturnableSale, 'storeId' | 'memberId' | 'entryId'>,
  planned: PlannedReturn,
  parts: readonly ReturnedPart[],
  storeId: number,
): MovedBack {
  const sales = House.sales(sale.storeId);
  const terms = { storeId, soldByStoreId: sale.storeId, graceDays: GRACE_DAYS, sales };
  const given = tendersByKind(planned.paid).flatMap(({ kind, tenders }) =>
    kind.giveBack(books, tenders, terms),
  );
  const place = { storeId, soldByStoreId: sale.storeId };
  for (const { kind, parts: of } of partsByKind(parts)) kind.returnParts(books, of, place);
  let pointsOwed = 0;
  if (sale.memberId !== null && planned.points > 0) {
    const against = House.pointsIssued(sale.storeId);
    const account = pointsOf(sale.memberId);
    pointsOwed = books.takeBack(account, planned.points, sale.entryId, against).debt;
  }
  return { given, pointsOwed };
}
