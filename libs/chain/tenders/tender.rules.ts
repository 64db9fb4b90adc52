/** Where a tender of money is taken: handed over at a till, or moved from bank to bank. */
export const TENDER_PLACES = ['till', 'bank'] as const;
export type TenderPlace = (typeof TENDER_PLACES)[number];

/** Those that every installation begins with; cash alone gives change, and is never retired. */
export const BUILT_IN_TENDERS = ['cash', 'bank_card', 'wechat', 'alipay', 'bank_transfer'] as const;
export const CASH = 'cash';

/** Codes of what will pay a sale one day: head office gives them to none of its tenders. */
export const RESERVED_TENDERS: readonly string[] = ['voucher'];

/** How the code of a tender is written: on papers, and in the names of house accounts. */
export const TENDER_CODE = /^[a-z][a-z0-9_]{1,29}$/;

/** Alt and this digit choose it at a till; 1 is the wallet's, 5 the points'. */
export const TENDER_KEY = /^[2-46-9]$/;

export const TENDER_STATES = ['taken', 'retired'] as const;
export type TenderState = (typeof TENDER_STATES)[number];

/** What it is: never changed once money was taken by it, because papers and shifts say it. */
export const TENDER_NATURE = ['place', 'inDrawer', 'counted', 'refundable'] as const;

/** What money is taken or given for. */
export type TenderUse = 'sale' | 'top_up' | 'card' | 'payout';

/** A tender as a store sees it. */
export interface TenderTerms {
  code: string;
  place: TenderPlace;
  asksReference: boolean;
  refundable: boolean;
  retired: boolean;
  /** This store takes it. */
  here: boolean;
}

export type TenderProblem =
  'unknown' | 'retired' | 'not_here' | 'not_for_this' | 'not_refundable' | 'reference_missing';

/**
 * Why money can't be taken or given by a tender; undefined: it can. A wallet and a deposit are owed back in money, so only
 * what can be given back pays for them; from bank to bank money moves into and out of wallets only.
 */
export function tenderProblem(
  tender: TenderTerms | undefined,
  use: TenderUse,
  reference?: string | null,
): TenderProblem | undefined {
  if (!tender) return 'unknown';
  if (tender.retired) return 'retired';
  if (!tender.here) return 'not_here';
  if (tender.place === 'bank' && (use === 'sale' || use === 'card')) return 'not_for_this';
  if (!tender.refundable && use !== 'sale') return 'not_refundable';
  if (tender.asksReference && use !== 'payout' && !reference) return 'reference_missing';
  return undefined;
}
