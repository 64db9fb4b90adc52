import { IMPLAUSIBLE_CHANGE_CENTS, settle, type Tender } from '../pay/payment.rules.js';

/** What money comes in by, or goes out by, besides stored value. */
export type MoneyTender = Exclude<Tender, 'wallet'> | 'bank_transfer';
export type AnyTender = Tender | MoneyTender;

/** One key for each way to pay, in the sale and in every dialog. Two that share a key turn into each other by it. */
export const TENDER_KEYS = {
  tenderWallet: ['wallet'],
  tenderScan: ['wechat', 'alipay'],
  tenderCash: ['cash'],
  tenderOther: ['bank_card', 'bank_transfer'],
} as const satisfies Record<string, readonly AnyTender[]>;
export type TenderKey = keyof typeof TENDER_KEYS;

/** The keys of a dialog: stored value is what it moves, so nothing is paid by it. */
export const MONEY_KEYS = ['tenderScan', 'tenderCash', 'tenderOther'] as const;
export type MoneyKey = (typeof MONEY_KEYS)[number];

/** How the one amount of a dialog is paid; for cash what was handed over, null: the amount itself. */
export interface Taken {
  tender: MoneyTender | null;
  givenCents: number | null;
}
export const CASH: Readonly<Taken> = { tender: 'cash', givenCents: null };

/** The other tender of the same key; null where there is none. */
export function twinOf(tender: MoneyTender, bankTransfer: boolean): MoneyTender | null {
  const key = MONEY_KEYS.find((each) => tendersOf(each).includes(tender));
  const twin = key && tendersOf(key).find((each) => each !== tender);
  return !twin || (twin === 'bank_transfer' && !bankTransfer) ? null : twin;
}

const tendersOf = (key: MoneyKey): readonly MoneyTender[] => TENDER_KEYS[key];

/** What a tender's key does: it chooses; pressed again in that tender's amount, it takes its twin. */
export function byKey(
  taken: Readonly<Taken>,
  key: MoneyKey,
  inAmount: boolean,
  bankTransfer: boolean,
): Taken {
  const { tender } = taken;
  if (tender === null || !tendersOf(key).includes(tender))
    return { tender: tendersOf(key)[0] ?? null, givenCents: null };
  const twin = inAmount ? twinOf(tender, bankTransfer) : null;
  return twin ? { tender: twin, givenCents: null } : { ...taken };
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
  { tender, givenCents }: Readonly<Taken>,
): TakenMoney {
  const cash = tender === 'cash' ? [{ tender, cents: givenCents }] : [];
  const { missingCents, changeCents } = settle(tender === 'cash' ? amountCents : 0, cash, 0);
  const implausible = changeCents >= IMPLAUSIBLE_CHANGE_CENTS;
  return {
    complete: tender !== null && missingCents === 0 && !implausible,
    missingCents: tender === null ? amountCents : missingCents,
    changeCents,
    implausible,
  };
}
