import type { Actor, DeskTill } from '#kernel';
import type { ActFacts } from '#ledger';
import type { SoldLine } from '#goods/lines';
import { type Served, servedBy } from '../lines/line-staff.rules.js';
import type { Payment } from '../payment/tender.rules.js';
import type { SaleInput, SaleResult } from '../sale.dto.js';
import type { CheckedBuyer } from './checkout.rules.js';
import type { PlannedSale } from './sale-entry.rules.js';
import type { PricedSale } from './sale.rules.js';

/** When a sale is made, and by which settings. */
export interface SaleMoment {
  businessDate: string;
  at: Date;
}

export function actOf(
  actor: Actor,
  till: DeskTill,
  buyer: CheckedBuyer | null,
  payment: Payment,
  terms: SaleMoment,
): ActFacts {
  return {
    kind: 'sale',
    businessDate: terms.businessDate,
    at: terms.at,
    storeId: till.storeId,
    staffId: actor.staffId,
    tillId: till.tillId,
    memberId: buyer?.memberId ?? null,
    homeStoreId: buyer?.homeStoreId ?? null,
    cardStoreId: buyer?.cardStoreId ?? null,
    drawerStoreId: payment.receivedCents > 0 ? till.storeId : null,
    document: { kind: 'sale' },
  };
}

export function resultOf(
  sale: PricedSale,
  payment: Payment,
  planned: PlannedSale,
): Omit<SaleResult, 'saleId' | 'receiptNo'> {
  return {
    dueCents: sale.quote.dueCents,
    changeCents: payment.changeCents,
    principalCents: planned.principalCents,
    bonusCents: planned.bonusCents,
    otherCents: planned.otherCents,
    receivedCents: payment.receivedCents,
    pointsUsed: planned.pointsUsed,
    pointsEarned: planned.pointsEarned,
    principalAfterCents: planned.after?.principalCents ?? null,
    bonusAfterCents: planned.after?.bonusCents ?? null,
    pointsAfter: planned.after?.points ?? null,
  };
}

/** What a sale is written from. */
interface Posted {
  actor: Actor;
  till: DeskTill;
  input: SaleInput;
  buyer: CheckedBuyer | null;
  sale: PricedSale;
  payment: Payment;
  planned: PlannedSale;
  terms: Pick<SaleMoment, 'at'>;
}

/** The rows of a sale, columns as in the tables. */
export function rowsOf(posted: Posted) {
  const { actor, till, input, buyer, sale, payment, planned, terms } = posted;
  const { quote } = sale;
  return {
    sale: {
      till_id: till.tillId,
      staff_id: actor.staffId,
      member_id: buyer?.memberId,
      card_id: buyer?.cardId,
      level_id: buyer?.levelId,
      at: terms.at,
      list_cents: quote.listCents,
      discount_cents: quote.discountCents,
      due_cents: quote.dueCents,
      principal_cents: planned.principalCents,
      bonus_cents: planned.bonusCents,
      received_cents: payment.receivedCents,
      change_cents: payment.changeCents,
      cost_cents: planned.costCents,
      points_earned: planned.pointsEarned,
      principal_after_cents: planned.after?.principalCents,
      bonus_after_cents: planned.after?.bonusCents,
      points_after: planned.after?.points,
      note: input.note,
      payer_id: buyer?.family ? buyer.payer.id : null,
      ...planned.kept,
    },
    lines: quote.lines.map((line, index) => ({
      ...lineRow(line, planned.lines[index]),
      line_no: index + 1,
      ...staffRow(servedBy(input.lines[index] ?? {}, actor.staffId)),
    })),
    tenders: payment.tenders.map(({ at, tender, amountCents, units, givenCents, reference }) => ({
      line_no: at + 1,
      tender,
      amount_cents: amountCents,
      given_cents: givenCents,
      reference,
      units,
    })),
    components: planned.components.map(({ lineNo, kind, cents }) => ({
      line_no: lineNo,
      kind,
      cents,
    })),
  };
}

function lineRow(line: SoldLine, planned: PlannedSale['lines'][number] | undefined) {
  return {
    kind: line.kind,
    product_id: line.productId,
    product_name: line.name,
    qty_milli: line.qtyMilli,
    unit_price_cents: line.unitPriceCents,
    pay_rate_bps: line.payRateBps,
    list_cents: line.listCents,
    net_cents: line.netCents,
    bonus_part_cents: planned?.bonusPartCents,
    eligible_cents: planned?.eligibleCents,
    points_factor_bps: line.pointsFactorBps,
    cost_cents: planned?.costCents,
    category_id: line.categoryId,
    price_source: line.price?.source,
    price_version: line.price?.version,
  };
}

const staffRow = ({ staffIds, shareBps }: Served) => ({
  staff_ids: `{${staffIds.join()}}`,
  staff_bps: `{${shareBps.join()}}`,
});
