import { type SpendOrder, splitSpend } from '#ledger/rules';
import { pointsOf, type SaleQuote, type WalletSplit } from '#pricing/rules';

/** How a sale can be paid at this till. The order is the one of the keys and of the request. */
export const TENDERS = ['wallet', 'wechat', 'alipay', 'cash', 'bank_card'] as const;
export type Tender = (typeof TENDERS)[number];

/** Nobody hands over that much too much: it is another number (a PIN, a phone) keyed as cash. */
export const IMPLAUSIBLE_CHANGE_CENTS = 1_000_00;

export interface TenderEntry {
  tender: Tender;
  /** Cents; for cash what the member hands over, null = whatever is still missing. */
  cents: number | null;
}

export interface PaidTender {
  tender: Tender;
  /** What it pays of the sale. */
  amountCents: number;
  /** What was handed over: more than the amount only for cash. */
  givenCents: number;
}

export interface Payment {
  tenders: PaidTender[];
  missingCents: number;
  changeCents: number;
  /** Money that is not cash beyond what is due: no change is given for it. */
  overCents: number;
  /** Cents of the wallet's part that are not there. */
  walletShortCents: number;
  complete: boolean;
}

/** Adds a tender that takes what is still missing; a tender stands once. */
export function addTender(entries: readonly TenderEntry[], tender: Tender): TenderEntry[] {
  if (entries.some((entry) => entry.tender === tender)) return [...entries];
  return [...entries, { tender, cents: null }];
}

export function removeTender(entries: readonly TenderEntry[], tender: Tender): TenderEntry[] {
  return entries.filter((entry) => entry.tender !== tender);
}

export function setTender(
  entries: readonly TenderEntry[],
  tender: Tender,
  cents: number | null,
): TenderEntry[] {
  return entries.map((entry) => (entry.tender === tender ? { ...entry, cents } : entry));
}

/** One tender in another's place: WeChat for Alipay, keeping the amount. */
export function swapTender(
  entries: readonly TenderEntry[],
  from: Tender,
  to: Tender,
): TenderEntry[] {
  if (entries.some((entry) => entry.tender === to)) return removeTender(entries, from);
  return entries.map((entry) => (entry.tender === from ? { ...entry, tender: to } : entry));
}

/**
 * What the entries pay of `dueCents`. Typed amounts count first; then each open entry takes what is missing, the
 * wallet never more than `spendableCents`. Cash pays last and alone gives change.
 */
export function settle(
  dueCents: number,
  entries: readonly TenderEntry[],
  spendableCents: number,
): Payment {
  const typed = (entry: TenderEntry) => entry.tender !== 'cash' && entry.cents !== null;
  const fixed = entries.reduce((sum, entry) => sum + (typed(entry) ? (entry.cents ?? 0) : 0), 0);
  const cash = entries.find((entry) => entry.tender === 'cash');
  // Open entries leave to cash what was counted into the cashier's hand.
  let open = Math.max(dueCents - fixed - (cash?.cents ?? 0), 0);
  const amounts = new Map<Tender, number>();
  for (const entry of entries) {
    if (entry.tender === 'cash') continue;
    if (entry.cents !== null) {
      amounts.set(entry.tender, entry.cents);
      continue;
    }
    const amount = entry.tender === 'wallet' ? Math.min(open, Math.max(spendableCents, 0)) : open;
    amounts.set(entry.tender, amount);
    open -= amount;
  }
  const notCash = [...amounts.values()].reduce((sum, amount) => sum + amount, 0);
  const leftForCash = Math.max(dueCents - notCash, 0);
  const givenCents = cash ? (cash.cents ?? leftForCash) : 0;
  const cashCents = Math.min(givenCents, leftForCash);
  const missingCents = leftForCash - cashCents;
  const overCents = Math.max(notCash - dueCents, 0);
  const walletCents = amounts.get('wallet') ?? 0;
  const walletShortCents = Math.max(walletCents - Math.max(spendableCents, 0), 0);
  return {
    tenders: entries.map(({ tender }) =>
      tender === 'cash'
        ? { tender, amountCents: cashCents, givenCents }
        : {
            tender,
            amountCents: amounts.get(tender) ?? 0,
            givenCents: amounts.get(tender) ?? 0,
          },
    ),
    missingCents,
    changeCents: givenCents - cashCents,
    overCents,
    walletShortCents,
    complete: missingCents === 0 && overCents === 0 && walletShortCents === 0,
  };
}

export function walletPart(payment: Payment): number {
  return payment.tenders.find((paid) => paid.tender === 'wallet')?.amountCents ?? 0;
}

/** How a wallet amount falls on principal and bonus; the whole balance when it asks for more than is there. */
export function splitWallet(
  amountCents: number,
  wallet: WalletSplit,
  order: SpendOrder,
): WalletSplit {
  const { principalCents, bonusCents } = wallet;
  const amount = Math.min(amountCents, principalCents + bonusCents);
  const split = splitSpend(amount, principalCents, bonusCents, order);
  return { principalCents: split?.principal ?? 0, bonusCents: split?.bonus ?? 0 };
}

/** Points this payment would earn; null while it doesn't cover the sale. */
export function previewPoints(
  quote: SaleQuote,
  split: WalletSplit,
  terms: { pointsPerYuanBps: number; bonusEarns: boolean },
): number | null {
  const walletCents = split.principalCents + split.bonusCents;
  if (walletCents > quote.dueCents) return null;
  return pointsOf({
    lines: quote.lines,
    ...split,
    receivedCents: quote.dueCents - walletCents,
    ...terms,
  }).points;
}

/** The tenders as the server takes them: those that pay something, cash with what was given. */
export function tenderRequest(
  payment: Payment,
): { tender: Tender; amountCents: number; givenCents?: number }[] {
  return payment.tenders
    .filter((paid) => paid.amountCents > 0)
    .map(({ tender, amountCents, givenCents }) =>
      tender === 'cash' ? { tender, amountCents, givenCents } : { tender, amountCents },
    );
}

/** Sums a member is likely to hand over for `dueCents`: exact, then up to the next 10, 50 and 100 yuan. */
export function likelyCash(dueCents: number): number[] {
  const notes = [1_000, 5_000, 10_000];
  const rounded = notes.map((note) => Math.ceil(dueCents / note) * note);
  return [...new Set([dueCents, ...rounded])].filter((cents) => cents > 0).sort((a, b) => a - b);
}
