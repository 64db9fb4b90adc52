import { DomainError } from '#kernel';
import { kindOfTender, type OfferedTender, type PaidSale, tendersByKind } from '#chain/tenders';
import { SaleError } from '../sale.errors.js';

export interface TenderInput {
  tender: string;
  /** What this tender pays of the sale. */
  amountCents: number;
  /** How much of its own unit that is: points. */
  units?: number | null;
  /** What was handed over; more than the amount for cash only. */
  givenCents?: number;
  /** The number of a slip or voucher. */
  reference?: string | null;
}

export interface PaidTender extends OfferedTender {
  /** What was handed over. */
  givenCents: number;
}

export interface Payment {
  tenders: PaidTender[];
  /** Money, change already off. */
  receivedCents: number;
  changeCents: number;
  /** What leaves the wallet, and what of the buyer's own leaves beside it: both ask for a proof. */
  walletCents: number;
  ownCents: number;
  /** Whoever's value leaves is told. */
  isTold: boolean;
}

/** By kind of tender: what the database knows of those that were named, or what of the settings it decides by. */
export type ByTenderKind<Of = unknown> = Readonly<Record<string, Of>>;

/** Errors: request.invalid for units of a tender that counts none: the books take whatever has units for no money. */
const offered = (inputs: readonly TenderInput[]): PaidTender[] =>
  inputs.map(({ tender, amountCents, units = null, givenCents, reference = null }, at) => {
    const { unit } = kindOfTender(tender);
    if (units !== null && unit === null) throw refusedUnits(at, 'field.whitelist_validation');
    return {
      at,
      tender,
      amountCents,
      units,
      givenCents: givenCents ?? amountCents,
      reference,
    };
  });

const refusedUnits = (at: number, code: string): DomainError =>
  new DomainError('request.invalid', 422, {}, [{ field: `tenders.${at}.units`, code }]);

/** The tenders of a request by their kinds. */
export const tendersOf = (inputs: readonly TenderInput[]) => tendersByKind(offered(inputs));

/**
 * What the tenders pay: exactly what is due, each tender once, change for cash only.
 * Errors: sale.tender_twice, sale.change_only_for_cash, sale.tenders_do_not_cover, sale.tenders_exceed.
 */
export function paymentOf(dueCents: number, inputs: readonly TenderInput[]): Payment {
  const tenders = offered(inputs);
  const seen = new Set<string>();
  for (const { tender, amountCents, givenCents } of tenders) {
    if (seen.has(tender)) throw SaleError.tenderTwice({ tender });
    seen.add(tender);
    if (givenCents < amountCents)
      throw SaleError.tendersDoNotCover({ missingCents: amountCents - givenCents });
    if (givenCents > amountCents && !kindOfTender(tender).givesChange(tender))
      throw SaleError.changeOnlyForCash();
  }
  const paidCents = sum(tenders.map(({ amountCents }) => amountCents));
  if (paidCents < dueCents)
    throw SaleError.tendersDoNotCover({ missingCents: dueCents - paidCents });
  if (paidCents > dueCents) throw SaleError.tendersExceed({ excessCents: paidCents - dueCents });
  return {
    tenders,
    receivedCents: paidBy(tenders, (tender) =>
      kindOfTender(tender)
        .components(tender)
        .some(({ figure }) => figure === 'received'),
    ),
    changeCents: sum(tenders.map(({ amountCents, givenCents }) => givenCents - amountCents)),
    walletCents: provenBy('wallet', tenders),
    ownCents: provenBy('buyer', tenders),
    isTold: tenders.some(({ tender }) => kindOfTender(tender).message !== null),
  };
}

/** What of a payment needs the proof of the wallet's owner, or of the buyer. */
export const provenBy = (
  whose: 'wallet' | 'buyer',
  tenders: readonly Pick<TenderInput, 'tender' | 'amountCents'>[],
): number => paidBy(tenders, (tender) => kindOfTender(tender).proof === whose);

/**
 * Each kind refuses what is not taken of a sale of so much, as the till showed it: another amount is refused anyway.
 * Errors: theirs; sale.tender_needs_member; request.invalid for a tender that counts and says no units.
 */
export function judgeTenders(
  inputs: readonly TenderInput[],
  facts: ByTenderKind<unknown[] | null>,
  sale: Omit<PaidSale, 'terms'> & { terms: ByTenderKind },
): void {
  for (const { kind, tenders } of tendersOf(inputs)) {
    if (kind.proof && !sale.buyer)
      throw SaleError.tenderNeedsMember({ tender: tenders[0]?.tender });
    kind.judge(tenders, facts[kind.kind] ?? [], { ...sale, terms: sale.terms[kind.kind] });
    const uncounted = kind.unit === null ? undefined : tenders.find(({ units }) => units === null);
    if (uncounted) throw refusedUnits(uncounted.at, 'field.required');
  }
}

const paidBy = (
  tenders: readonly Pick<TenderInput, 'tender' | 'amountCents'>[],
  matches: (tender: string) => boolean,
): number => sum(tenders.map(({ tender, amountCents }) => (matches(tender) ? amountCents : 0)));

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
