import type { PricedLine } from '#goods/lines';
import type { SaleQuote } from '#goods/pricing';
import type { Payment, PlannedSale } from '#counter/sales';
import type { DemoProduct } from './demo-catalogue.js';
import type { DemoEvent } from './demo-events.js';
import type { DemoMember } from './demo-members.js';
import { tillOf } from './organisation.data.js';

type Row = Record<string, unknown>;
export type Cart = { product: DemoProduct; qtyMilli: number }[];

export interface DemoSale {
  id: number;
  event: DemoEvent;
  receiptNo: string;
  entryId: number;
  member: DemoMember | null;
  businessDate: string;
  staffId: number;
  quote: SaleQuote<PricedLine>;
  payment: Payment;
  result: PlannedSale;
  printed: boolean;
}

/** A sale as rows of its tables. */
export function saleRows(sale: DemoSale): {
  sale: Row;
  lines: Row[];
  components: Row[];
  tenders: Row[];
} {
  const { id, event, quote, result, member, payment } = sale;
  return {
    sale: {
      id,
      receipt_no: sale.receiptNo,
      entry_id: sale.entryId,
      store_id: event.storeId,
      till_id: tillOf(event.storeId),
      staff_id: sale.staffId,
      member_id: member?.id ?? null,
      card_id: member?.cardId ?? null,
      level_id: member?.levelId ?? null,
      business_date: sale.businessDate,
      at: event.at.toISOString(),
      list_cents: quote.listCents,
      discount_cents: quote.discountCents,
      due_cents: quote.dueCents,
      principal_cents: result.principalCents,
      bonus_cents: result.bonusCents,
      received_cents: payment.receivedCents,
      other_cents: result.otherCents,
      points_used: result.pointsUsed,
      change_cents: payment.changeCents,
      cost_cents: result.costCents,
      points_earned: result.pointsEarned,
      principal_after_cents: result.after?.principalCents ?? null,
      bonus_after_cents: result.after?.bonusCents ?? null,
      points_after: result.after?.points ?? null,
      print_count: sale.printed ? 1 : 0,
      points_per_yuan_bps: result.pointsPerYuanBps,
    },
    lines: quote.lines.map((line, index) => ({
      sale_id: id,
      line_no: index + 1,
      product_id: line.productId,
      product_name: line.name,
      qty_milli: line.qtyMilli,
      unit_price_cents: line.unitPriceCents,
      pay_rate_bps: line.payRateBps,
      list_cents: line.listCents,
      net_cents: line.netCents,
      bonus_part_cents: result.lines[index]?.bonusPartCents ?? 0,
      eligible_cents: result.lines[index]?.eligibleCents ?? 0,
      points_factor_bps: line.pointsFactorBps,
      cost_cents: result.lines[index]?.costCents ?? 0,
    })),
    components: result.components.map(({ lineNo, kind, cents }) => ({
      sale_id: id,
      line_no: lineNo,
      kind,
      cents,
    })),
    tenders: payment.tenders.map(({ at, tender, amountCents, units, givenCents, reference }) => ({
      sale_id: id,
      line_no: at + 1,
      tender,
      amount_cents: amountCents,
      given_cents: givenCents,
      units,
      reference,
    })),
  };
}
