import {
  type AccountRef,
  bonusOf,
  type Books,
  House,
  pointsOf as pointsAccountOf,
  principalOf,
  type SpendOrder,
  stockOf,
} from '#ledger';
import { CardError } from '#cards';
import { pointsOf } from '#pricing';
import { StockError } from '#stock';
import type { PricedSale } from './sale.rules.js';
import type { Payment } from './tender.rules.js';

export interface Buyer {
  memberId: number;
  walletId: number;
  pointsPerYuanBps: number;
  /** Only the principal is spent. */
  benefitsRest?: boolean;
}

export interface SaleTerms {
  storeId: number;
  spendOrder: SpendOrder;
  bonusEarns: boolean;
  allowNegativeStock: boolean;
  /** Of the points earned: last valid day and the terms their lot is shared under. */
  points: { expiresOn: string | null; terms?: string };
}

export interface PlannedSale {
  principalCents: number;
  bonusCents: number;
  pointsEarned: number;
  costCents: number;
  /** Per line, in cents. */
  lines: { bonusPartCents: number; eligibleCents: number; costCents: number }[];
  /** What the member has afterwards; null for a guest. */
  after: { principalCents: number; bonusCents: number; points: number } | null;
}

/** The accounts a sale may touch. */
export function accountsOfSale(
  { products }: PricedSale,
  buyer: Buyer | null,
  storeId: number,
): AccountRef[] {
  const goods = new Set(products.filter(({ kind }) => kind === 'goods').map(({ id }) => id));
  const member = buyer
    ? [principalOf(buyer.walletId), bonusOf(buyer.walletId), pointsAccountOf(buyer.memberId)]
    : [];
  return [...member, ...[...goods].map((productId) => stockOf(storeId, productId))];
}

/**
 * What a sale moves: the wallet's part out of its lots, money into the drawer, income, goods at their cost, points (golden G05).
 * Errors: ledger.insufficient, card.bonus_rests, stock.short.
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
  const wallet =
    buyer && payment.walletCents > 0
      ? books.spendWallet(
          buyer.walletId,
          payment.walletCents,
          spendOrderOf(books, buyer, payment.walletCents, terms),
          House.sales(storeId),
        )
      : { principalCents: 0, bonusCents: 0 };
  for (const { tender, amountCents } of payment.money)
    books.house(House.tender(tender, storeId), amountCents);
  if (payment.receivedCents > 0) books.house(House.sales(storeId), -payment.receivedCents);
  const costs = takeGoods(books, sale, terms);
  const earned = pointsOf({
    lines: quote.lines,
    principalCents: wallet.principalCents,
    bonusCents: wallet.bonusCents,
    receivedCents: payment.receivedCents,
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
    principalCents: wallet.principalCents,
    bonusCents: wallet.bonusCents,
    pointsEarned: earned.points,
    costCents: costs.reduce((total, cost) => total + cost, 0),
    lines: earned.lines.map((line, index) => ({ ...line, costCents: costs[index] ?? 0 })),
    after: buyer && {
      principalCents: books.balance(principalOf(buyer.walletId)).balance,
      bonusCents: books.balance(bonusOf(buyer.walletId)).balance,
      points: books.balance(pointsAccountOf(buyer.memberId)).balance,
    },
  };
}

function spendOrderOf(
  books: Books,
  buyer: Buyer,
  walletCents: number,
  terms: SaleTerms,
): SpendOrder {
  if (!buyer.benefitsRest) return terms.spendOrder;
  const { balance: principalCents } = books.balance(principalOf(buyer.walletId));
  if (walletCents > principalCents) throw CardError.bonusRests({ principalCents });
  return 'principal_first';
}

function takeGoods(books: Books, { quote, products }: PricedSale, terms: SaleTerms): number[] {
  return quote.lines.map(({ productId, qtyMilli }, index) => {
    if (products[index]?.kind !== 'goods') return 0;
    const { balance } = books.balance(stockOf(terms.storeId, productId));
    if (qtyMilli > balance && !terms.allowNegativeStock) {
      throw StockError.short({
        productId,
        availableMilli: onHandBefore(quote.lines.slice(0, index), productId, balance),
      });
    }
    return books.stockOut(terms.storeId, productId, qtyMilli, {
      allowNegative: terms.allowNegativeStock,
    });
  });
}

// The refusal says what the shelf held before this sale, also where an earlier line took of the same goods.
function onHandBefore(
  earlier: readonly { productId: number; qtyMilli: number }[],
  productId: number,
  balance: number,
): number {
  const taken = earlier.reduce(
    (total, line) => total + (line.productId === productId ? line.qtyMilli : 0),
    0,
  );
  return Math.max(0, balance + taken);
}
