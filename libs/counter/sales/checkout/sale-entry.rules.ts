import { type Figure, type TenderBuyer, tendersByKind } from '#chain/tenders';
import { bonusOf, type Books, House, pointsOf as pointsAccountOf, principalOf } from '#ledger';
import { pointsOf } from '#goods/pricing';
import { linesByKind } from '#goods/lines';
import {
  componentsOf,
  type PaidComponent,
  type SaleComponent,
} from '../payment/component.rules.js';
import type { LineTerms, PricedSale } from './sale.rules.js';
import type { ByTenderKind, Payment } from '../payment/tender.rules.js';

export interface Buyer extends TenderBuyer {
  pointsPerYuanBps: number;
}

export interface SaleTerms {
  storeId: number;
  bonusEarns: boolean;
  /** What the kinds of line and of tender decide by. */
  lines: LineTerms;
  tenders: ByTenderKind;
  /** Of the points earned: last valid day and the terms their lot is shared under. */
  points: { expiresOn: string | null; terms?: string };
}

export interface PlannedSale {
  principalCents: number;
  bonusCents: number;
  /** What is neither stored value nor money, and the points that are part of it. */
  otherCents: number;
  pointsUsed: number;
  /** Columns of the sale that the kinds of tender fill. */
  kept: Readonly<Record<string, unknown>>;
  pointsEarned: number;
  /** What it earned by, for what is taken back of it. */
  pointsPerYuanBps: number;
  costCents: number;
  /** Per line, in cents. */
  lines: { bonusPartCents: number; eligibleCents: number; costCents: number }[];
  /** What paid which line. */
  components: SaleComponent[];
  /** What the member has afterwards; null for a guest. */
  after: { principalCents: number; bonusCents: number; points: number } | null;
}

/**
 * What a sale moves: what the tenders pay against income, what the kinds of line move, points (golden G05, G11).
 * Errors: those of the kinds of tender and of line.
 */
export function planSale(
  books: Books,
  sale: PricedSale,
  payment: Payment,
  buyer: Buyer | null,
  terms: SaleTerms,
): PlannedSale {
  const { storeId } = terms;
  const { quote } = sale;
  const { paid, kept } = planTenders(books, quote.dueCents, payment, buyer, terms);
  const costs = planLines(books, sale, terms);
  const paidBy = (figure: Figure) =>
    paid.reduce((sum, each) => sum + (each.figure === figure ? each.cents : 0), 0);
  const figures = {
    principalCents: paidBy('principal'),
    bonusCents: paidBy('bonus'),
    otherCents: paidBy('other'),
  };
  const earned = pointsOf({
    lines: quote.lines,
    ...figures,
    receivedCents: paidBy('received'),
    pointsPerYuanBps: buyer?.pointsPerYuanBps ?? 0,
    bonusEarns: terms.bonusEarns,
  });
  if (buyer && earned.points > 0) {
    books.grant(pointsAccountOf(buyer.memberId), earned.points, {
      ...terms.points,
      against: House.pointsIssued(storeId),
    });
  }
  return {
    ...figures,
    pointsUsed: pointsIn(payment),
    kept,
    pointsEarned: earned.points,
    pointsPerYuanBps: buyer?.pointsPerYuanBps ?? 0,
    costCents: costs.reduce((total, cost) => total + cost, 0),
    lines: earned.lines.map((line, index) => ({ ...line, costCents: costs[index] ?? 0 })),
    components: componentsOf({
      lines: quote.lines.map(({ netCents }, index) => ({
        netCents,
        bonusPartCents: earned.lines[index]?.bonusPartCents ?? 0,
        otherPartCents: earned.lines[index]?.otherPartCents ?? 0,
      })),
      paid,
    }),
    after: buyer && {
      principalCents: books.balance(principalOf(buyer.walletId)).balance,
      bonusCents: books.balance(bonusOf(buyer.walletId)).balance,
      points: books.balance(pointsAccountOf(buyer.memberId)).balance,
    },
  };
}

/** What pays, each planned by its kind, in the order of R3. */
function planTenders(
  books: Books,
  dueCents: number,
  payment: Payment,
  buyer: Buyer | null,
  terms: SaleTerms,
) {
  const paid: PaidComponent[] = [];
  const kept: Record<string, unknown> = {};
  for (const { kind, tenders } of tendersByKind(payment.tenders)) {
    const { storeId } = terms;
    const sale = { storeId, dueCents, buyer, terms: terms.tenders[kind.kind] };
    const plan = kind.plan(books, tenders, sale);
    paid.push(...plan.paid.filter(({ cents }) => cents > 0));
    Object.assign(kept, plan.kept);
  }
  return { paid, kept };
}

const pointsIn = (payment: Payment): number =>
  tendersByKind(payment.tenders)
    .filter(({ kind }) => kind.unit === 'points')
    .flatMap(({ tenders }) => tenders.map(({ units }) => units ?? 0))
    .reduce((sum, points) => sum + points, 0);

/** What leaves with the lines, each planned by its kind; what it costs, in the order of the lines. */
function planLines(books: Books, { quote }: PricedSale, terms: SaleTerms): number[] {
  const costs: number[] = [];
  for (const { kind, lines } of linesByKind(quote.lines)) {
    const of = lines.flatMap(({ at }) => quote.lines[at] ?? []);
    const planned = kind.plan(books, of, terms.storeId, terms.lines[kind.kind]);
    for (const [index, { at }] of lines.entries()) costs[at] = planned[index] ?? 0;
  }
  return costs;
}
