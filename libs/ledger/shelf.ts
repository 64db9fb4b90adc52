import type { BookState } from './book-state.js';
import { House } from './house.js';
import type { EntryDraft, OpenAccount } from './journal.js';
import { LedgerError } from './ledger.errors.js';
import type { AccountRef } from './ledger.types.js';
import { shareOfValue } from './spend.rules.js';

export interface GoodsOut {
  /** Below zero at the last known average. */
  allowNegative?: boolean;
  /** Where the goods go; cost of sales of the same store unless said. */
  against?: House;
}

const productOf = (account: AccountRef): number => Number(account.unit.slice(2));

function assertOnHand(account: OpenAccount, qtyMilli: number, allowNegative: boolean): void {
  account.mayBeNegative = allowNegative;
  if (qtyMilli <= account.balance || allowNegative) return;
  throw LedgerError.stockShort({
    storeId: account.ownerId,
    productId: productOf(account),
    availableMilli: Math.max(0, account.balance),
  });
}

/** Takes goods off the shelf at their share of its value (R11). Returns that cost in cents. */
export function takeGoods(
  state: BookState,
  draft: EntryDraft,
  ref: AccountRef,
  qtyMilli: number,
  options: GoodsOut,
): number {
  const account = state.account(ref);
  assertOnHand(account, qtyMilli, options.allowNegative ?? false);
  const costCents = shareOfValue(qtyMilli, account.balance, account.valueCents);
  draft.change(account, 'balance', -qtyMilli, -costCents);
  draft.house(options.against ?? House.costOfSales(ref.ownerId), ref.unit, qtyMilli, costCents);
  return costCents;
}

/** Puts goods on the shelf at a value in cents. */
export function addGoods(
  state: BookState,
  draft: EntryDraft,
  ref: AccountRef,
  qtyMilli: number,
  valueCents: number,
  against: House,
): void {
  const account = state.account(ref);
  draft.change(account, 'balance', qtyMilli, valueCents);
  draft.house(against, ref.unit, -qtyMilli, -valueCents);
  // Filling up what was sold below zero: an empty shelf has no value, the difference is a variance.
  if (account.balance === 0 && account.valueCents !== 0) {
    draft.house(House.stockVariance(ref.ownerId), ref.unit, 0, account.valueCents);
    draft.change(account, 'balance', 0, -account.valueCents);
  }
}

/** Undoes one stock posting (debit positive). The caller posts the other side. */
export function undoGoods(
  state: BookState,
  draft: EntryDraft,
  accountId: number,
  amount: number,
  valueCents: number,
  allowNegative: boolean,
): void {
  const account = state.accountById(accountId);
  if (amount > 0) assertOnHand(account, amount, allowNegative);
  // Goods taken off again carry what they brought, but never more than the shelf still has.
  const value = amount > 0 ? Math.min(valueCents, Math.max(account.valueCents, 0)) : valueCents;
  draft.change(account, 'balance', -amount, -value);
  if (account.balance === 0 && account.valueCents !== 0) {
    draft.change(account, 'balance', 0, -account.valueCents);
  }
}
