import type { ScreenTender } from '../../api/session.types.js';
import { IMPLAUSIBLE_CHANGE_CENTS, settle } from '../pay/payment.rules.js';

/** The key of each digit that head office gives to tenders of money. Those of one key turn into each other by it. */
const KEYS = {
  2: 'tenderScan',
  3: 'tenderCash',
  4: 'tenderOther',
  6: 'tender6',
  7: 'tender7',
  8: 'tender8',
  9: 'tender9',
} as const satisfies Record<number, string>;
export type MoneyKey = (typeof KEYS)[keyof typeof KEYS];
export const MONEY_KEYS: readonly MoneyKey[] = Object.values(KEYS);
/** Keys of what pays by value: each is one tender's. */
export const VALUE_KEYS = ['tenderWallet', 'tenderPoints'] as const;
export type ValueKey = (typeof VALUE_KEYS)[number];
export type TenderKey = ValueKey | MoneyKey;

export const isValueKey = (command: string): command is ValueKey =>
  (VALUE_KEYS as readonly string[]).includes(command);

export const isMoneyKey = (command: string): command is MoneyKey =>
  (MONEY_KEYS as readonly string[]).includes(command);

/** A key of the till with the tenders that it chooses, in the order of head office. */
export interface KeyedTenders {
  key: MoneyKey;
  tenders: ScreenTender[];
}

/** What money is taken or given for: with bank transfers or without; what is owed back is paid by what can be given back. */
export interface Offered {
  bank?: boolean;
  refundable?: boolean;
}

/** The keys of a till with what its store takes. */
export function keyedTenders(
  tenders: readonly ScreenTender[],
  { bank = false, refundable = false }: Offered = {},
): KeyedTenders[] {
  const offered = tenders.filter(
    (tender) =>
      tender.taken && (bank || tender.place !== 'bank') && (!refundable || tender.refundable),
  );
  return Object.entries(KEYS)
    .map(([digit, key]) => ({
      key,
      tenders: offered.filter(({ tillKey }) => tillKey === digit),
    }))
    .filter((each) => each.tenders.length > 0);
}

/** How the one amount of a dialog is paid; for cash what was handed over, null: the amount itself. */
export interface Taken {
  tender: string | null;
  givenCents: number | null;
  /** The number of the slip or voucher, where the tender asks for one. */
  reference?: string;
  asksReference?: boolean;
}
export const CASH: Readonly<Taken> = { tender: 'cash', givenCents: null };

/** What a request says about how it is paid. */
export function paidBy({ tender, reference }: Readonly<Taken>): {
  tender: string;
  reference?: string;
} {
  const number = reference?.trim();
  return { tender: tender ?? 'cash', ...(number ? { reference: number } : {}) };
}

/** The next tender of the same key; null where it is alone on it. */
export function twinOf(keys: readonly KeyedTenders[], tender: string): ScreenTender | null {
  const mates = keys.find((each) => each.tenders.some(({ code }) => code === tender))?.tenders;
  if (!mates || mates.length < 2) return null;
  const at = mates.findIndex(({ code }) => code === tender);
  return mates[(at + 1) % mates.length] ?? null;
}

export const takenBy = ({ code, asksReference }: ScreenTender): Taken => ({
  tender: code,
  givenCents: null,
  asksReference,
});

/** What a tender's key does: it chooses; pressed again in that tender's amount, it takes the next one of the key. */
export function byKey(
  keys: readonly KeyedTenders[],
  taken: Readonly<Taken>,
  key: MoneyKey,
  inAmount: boolean,
): Taken {
  const mates = keys.find((each) => each.key === key)?.tenders ?? [];
  const isChosen = mates.some(({ code }) => code === taken.tender);
  const wanted = isChosen ? inAmount && twinOf(keys, taken.tender ?? '') : mates[0];
  return wanted ? takenBy(wanted) : { ...taken };
}

export interface TakenMoney {
  complete: boolean;
  missingCents: number;
  changeCents: number;
  /** So much change that another number was keyed as cash. */
  implausible: boolean;
}

/** Whether the amount is paid, and what comes back: the same sums as in the sale. */
export function settleTaken(
  amountCents: number,
  { tender, givenCents, asksReference, reference }: Readonly<Taken>,
): TakenMoney {
  const cash = tender === 'cash' ? [{ tender, cents: givenCents }] : [];
  const { missingCents, changeCents } = settle(tender === 'cash' ? amountCents : 0, cash);
  const implausible = changeCents >= IMPLAUSIBLE_CHANGE_CENTS;
  const numbered = !asksReference || Boolean(reference?.trim());
  return {
    complete: tender !== null && numbered && missingCents === 0 && !implausible,
    missingCents: tender === null ? amountCents : missingCents,
    changeCents,
    implausible,
  };
}
