import { type SpendOrder, splitSpend } from '#ledger/rules';
import { pointsOf, type SaleQuote, type WalletSplit } from '#goods/pricing/rules';
import type { TenderLimit } from '../tenders/desk-tender.js';

/** The code of a tender: one of the chain's, or of what pays by value. */
export type Tender = string;

/** Nobody hands over that much too much: it is another number (a PIN, a phone) keyed as cash. */
export const IMPLAUSIBLE_CHANGE_CENTS = 1_000_00;

export interface TenderEntry {
  tender: Tender;
  /** Cents; for cash what the member hands over, null = whatever is still missing. */
  cents: number | null;
  /** The number of the slip or voucher, as far as it is typed. */
  reference?: string;
}

export interface PaidTender {
  tender: Tender;
  /** What it pays of the sale. */
  amountCents: number;
  /** What was handed over: more than the amount only for cash. */
  givenCents: number;
  reference?: string;
  /** How much of its own unit that is: points. */
  units?: number;
}

export interface Payment {
  tenders: PaidTender[];
  missingCents: number;
  changeCents: number;
  /** Money that is not cash beyond what is due: no change is given for it. */
  overCents: number;
  /** A tender of value that is asked for more than it can pay. */
  short: { tender: Tender; cents: number } | null;
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

export function setReference(
  entries: readonly TenderEntry[],
  tender: Tender,
  reference: string,
): TenderEntry[] {
  return entries.map((entry) => (entry.tender === tender ? { ...entry, reference } : entry));
}

/** One tender in another's place: WeChat for Alipay, keeping the amount. */
export function swapTender(
  entries: readonly TenderEntry[],
  from: Tender,
  to: Tender,
): TenderEntry[] {
  if (entries.some((entry) => entry.tender === to)) return removeTender(entries, from);
  return entries.map((entry) =>
    entry.tender === from ? { tender: to, cents: entry.cents } : entry,
  );
}

/**
 * What the entries pay of `dueCents`. Typed amounts count first; then each open entry takes what is missing, one of value
 * never more than its limit. Cash pays last and alone gives change.
 */
export function settle(
  dueCents: number,
  entries: readonly TenderEntry[],
  limits: Readonly<Record<Tender, TenderLimit>> = {},
): Payment {
  const paysOf = ({ tender, cents }: TenderEntry) =>
    cents === null ? 0 : (limits[tender]?.pays(cents) ?? cents);
  const fixed = entries.reduce(
    (sum, entry) => sum + (entry.tender === 'cash' ? 0 : paysOf(entry)),
    0,
  );
  const cash = entries.find((entry) => entry.tender === 'cash');
  // Open entries leave to cash what was counted into the cashier's hand.
  let open = Math.max(dueCents - fixed - (cash?.cents ?? 0), 0);
  const amounts = new Map<Tender, number>();
  for (const entry of entries) {
    if (entry.tender === 'cash') continue;
    if (entry.cents !== null) {
      amounts.set(entry.tender, paysOf(entry));
      continue;
    }
    const amount = limits[entry.tender]?.most(open) ?? open;
    amounts.set(entry.tender, amount);
    open -= amount;
  }
  const notCash = [...amounts.values()].reduce((sum, amount) => sum + amount, 0);
  const leftForCash = Math.max(dueCents - notCash, 0);
  const givenCents = cash ? (cash.cents ?? leftForCash) : 0;
  const cashCents = Math.min(givenCents, leftForCash);
  const missingCents = leftForCash - cashCents;
  const overCents = Math.max(notCash - dueCents, 0);
  const short = shortOf(dueCents, amounts, limits);
  return {
    tenders: entries.map(({ tender, reference }) =>
      tender === 'cash'
        ? { tender, amountCents: cashCents, givenCents }
        : {
            tender,
            ...(reference ? { reference } : {}),
            amountCents: amounts.get(tender) ?? 0,
            givenCents: amounts.get(tender) ?? 0,
            ...unitsIn(limits[tender], amounts.get(tender) ?? 0),
          },
    ),
    missingCents,
    changeCents: givenCents - cashCents,
    overCents,
    short,
    complete: missingCents === 0 && overCents === 0 && short === null,
  };
}

function shortOf(
  dueCents: number,
  amounts: ReadonlyMap<Tender, number>,
  limits: Readonly<Record<Tender, TenderLimit>>,
): Payment['short'] {
  for (const [tender, cents] of amounts) {
    const most = limits[tender]?.most(Math.max(cents, dueCents)) ?? cents;
    if (cents > most) return { tender, cents: cents - most };
  }
  return null;
}

function unitsIn(limit: TenderLimit | undefined, cents: number): { units?: number } {
  const units = limit?.unitsOf(cents) ?? null;
  return units === null ? {} : { units };
}

/** What the tenders of a payment pay whose code is one of these. */
export const partOf = (payment: Payment, codes: readonly Tender[]): number =>
  payment.tenders.reduce(
    (sum, { tender, amountCents }) => sum + (codes.includes(tender) ? amountCents : 0),
    0,
  );

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

/** Points this payment would earn, `otherCents` of it paid by what earns nothing; null while it doesn't cover the sale. */
export function previewPoints(
  quote: SaleQuote,
  split: WalletSplit,
  terms: { pointsPerYuanBps: number; bonusEarns: boolean },
  otherCents = 0,
): number | null {
  const valueCents = split.principalCents + split.bonusCents + otherCents;
  if (valueCents > quote.dueCents) return null;
  return pointsOf({
    lines: quote.lines,
    ...split,
    otherCents,
    receivedCents: quote.dueCents - valueCents,
    ...terms,
  }).points;
}

/** A tender as a request has it. */
interface SentTender extends Omit<PaidTender, 'givenCents'> {
  givenCents?: number;
}

/** The tenders as the server takes them: those that pay something, cash with what was given. */
export function tenderRequest(payment: Payment): SentTender[] {
  return payment.tenders
    .filter((paid) => paid.amountCents > 0)
    .map(({ tender, amountCents, units, givenCents, reference }) => ({
      tender,
      amountCents,
      ...(units === undefined ? {} : { units }),
      ...(tender === 'cash' ? { givenCents } : {}),
      ...(reference?.trim() ? { reference: reference.trim() } : {}),
    }));
}

/** What a field of a request may hold: left out is null as well. */
type Nullable<T> = { [K in keyof T]: T[K] | (undefined extends T[K] ? null : never) };

/** The tenders of a request that was sent, as the till shows them. */
export function paymentSent(sent: readonly Nullable<SentTender>[]): Payment {
  const tenders = sent.map(({ tender, amountCents, givenCents, reference, units }) => ({
    ...{ tender, amountCents, givenCents: givenCents ?? amountCents },
    ...(reference ? { reference } : {}),
    ...(units ? { units } : {}),
  }));
  const changeCents = tenders.reduce(
    (sum, { givenCents, amountCents }) => sum + givenCents - amountCents,
    0,
  );
  return { tenders, missingCents: 0, changeCents, overCents: 0, short: null, complete: true };
}

export type TenderAmount = Pick<PaidTender, 'tender' | 'amountCents'>;

/** The tenders that pay something else than before. */
export function changedTenders(
  before: readonly TenderAmount[],
  now: readonly TenderAmount[],
): { tender: Tender; beforeCents: number; nowCents: number }[] {
  const centsOf = (all: readonly TenderAmount[], code: Tender): number =>
    all.find(({ tender }) => tender === code)?.amountCents ?? 0;
  return [...new Set([...before, ...now].map(({ tender }) => tender))]
    .map((tender) => ({
      tender,
      beforeCents: centsOf(before, tender),
      nowCents: centsOf(now, tender),
    }))
    .filter(({ beforeCents, nowCents }) => beforeCents !== nowCents);
}

/** Sums a member is likely to hand over for `dueCents`: exact, then up to the next 10, 50 and 100 yuan. */
export function likelyCash(dueCents: number): number[] {
  const notes = [1_000, 5_000, 10_000];
  const rounded = notes.map((note) => Math.ceil(dueCents / note) * note);
  return [...new Set([dueCents, ...rounded])].filter((cents) => cents > 0).sort((a, b) => a - b);
}
