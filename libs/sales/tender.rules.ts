import { SaleError } from './sale.errors.js';
import type { MoneyTender, Tender } from './tenders.js';

export interface TenderInput {
  tender: Tender;
  /** What this tender pays of the sale. */
  amountCents: number;
  /** What was handed over; more than the amount for cash only. */
  givenCents?: number;
}

export interface Payment {
  walletCents: number;
  /** Money by tender, change already off. */
  money: { tender: MoneyTender; amountCents: number }[];
  receivedCents: number;
  changeCents: number;
  tenders: { tender: Tender; amountCents: number; givenCents: number }[];
}

/**
 * What the tenders pay: exactly what is due, each tender once, change for cash only.
 * Errors: sale.tender_twice, sale.change_only_for_cash, sale.tenders_do_not_cover, sale.tenders_exceed.
 */
export function paymentOf(dueCents: number, inputs: readonly TenderInput[]): Payment {
  const tenders = inputs.map(({ tender, amountCents, givenCents }) => ({
    tender,
    amountCents,
    givenCents: givenCents ?? amountCents,
  }));
  const seen = new Set<Tender>();
  for (const { tender, amountCents, givenCents } of tenders) {
    if (seen.has(tender)) throw SaleError.tenderTwice({ tender });
    seen.add(tender);
    if (givenCents < amountCents)
      throw SaleError.tendersDoNotCover({ missingCents: amountCents - givenCents });
    if (givenCents > amountCents && tender !== 'cash') throw SaleError.changeOnlyForCash();
  }
  const paidCents = sum(tenders.map(({ amountCents }) => amountCents));
  if (paidCents < dueCents)
    throw SaleError.tendersDoNotCover({ missingCents: dueCents - paidCents });
  if (paidCents > dueCents) throw SaleError.tendersExceed({ excessCents: paidCents - dueCents });
  const money = tenders.flatMap(({ tender, amountCents }) =>
    tender === 'wallet' ? [] : [{ tender, amountCents }],
  );
  const receivedCents = sum(money.map(({ amountCents }) => amountCents));
  return {
    walletCents: dueCents - receivedCents,
    money,
    receivedCents,
    changeCents: sum(tenders.map(({ amountCents, givenCents }) => givenCents - amountCents)),
    tenders,
  };
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
