import { type ReturnableSale, SaleError } from '#counter/sales';
import { type Actor, assertInScope } from '#kernel';
import type { ReturnInput } from './return.dto.js';
import { type AskedReturn, planReturn, type PlannedReturn } from './return.rules.js';

/** The lines of a query; everything that is left where none are named. */
export function askedOf(sale: ReturnableSale, lines: string | undefined): AskedReturn[] {
  if (!lines)
    return sale.lines
      .map(({ lineNo, qtyMilli, returnedMilli }) => ({
        lineNo,
        qtyMilli: qtyMilli - returnedMilli,
      }))
      .filter(({ qtyMilli }) => qtyMilli > 0);
  return lines.split(',').map((each) => {
    const [lineNo, qtyMilli] = each.split(':').map(Number);
    return { lineNo: lineNo ?? 0, qtyMilli: qtyMilli ?? 0 };
  });
}

/** Where it comes back: the acting till's store, in the office the sale's. */
export function placeOf(actor: Actor, sale: ReturnableSale) {
  return actor.till ?? sale;
}

/** Errors: sale.not_found, access.store_forbidden, sale.already_voided. */
export function returnable(actor: Actor, sale: ReturnableSale | undefined): ReturnableSale {
  if (!sale) throw SaleError.notFound();
  assertInScope(actor, sale.storeId);
  if (sale.voidedAt) throw SaleError.alreadyVoided({ receiptNo: sale.receiptNo });
  return sale;
}

/** What is refused is refused inside the transaction. */
export function foreseen(
  actor: Actor,
  sale: ReturnableSale,
  lines: ReturnInput['lines'],
): PlannedReturn | null {
  try {
    return planReturn(returnable(actor, sale), lines);
  } catch {
    return null;
  }
}
