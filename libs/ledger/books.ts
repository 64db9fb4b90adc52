import { covered, heldEnough, standingOf, valueOf, whole } from './account-amounts.js';
import { BookState } from './book-state.js';
import {
  drawnStill,
  giveBack,
  type GivenBack,
  takeBackGranted,
  type TakenBack,
} from './giving-back.js';
import { grant, type Granted, type GrantTerms } from './granting.js';
import type { House } from './house.js';
import type { EntryDraft } from './journal.js';
import { LedgerError } from './ledger.errors.js';
import {
  bonusOf,
  principalOf,
  stockOf,
  type AccountBalance,
  type AccountRef,
  type Draw,
  type LedgerAct,
  type Locked,
  type Lot,
  type SpendOrder,
  type Unit,
} from './ledger.types.js';
import {
  move,
  moveAll,
  moveHeld,
  voidAll,
  voidHeld,
  voidSpendable,
  type Moved,
  type MovedAll,
  type VoidedBy,
} from './moving.js';
import { assertBalanced, planned, type Planned } from './planned.js';
import { reverse } from './reversal.js';
import { settle } from './settlement.js';
import { addGoods, takeGoods, type GoodsOut } from './shelf.js';
import { splitSpend } from './spend.rules.js';

export interface WalletSpent {
  principalCents: number;
  bonusCents: number;
  draws: { principal: Draw[]; bonus: Draw[] };
}

/**
 * What moves in one act, planned on locked accounts without any I/O. Due releases and expiries are settled first.
 * Amounts are positive, in the account's unit. Errors: ledger.insufficient, ledger.insufficient_points,
 * ledger.insufficient_visits, ledger.stock_short.
 */
export class Books {
  private readonly state: BookState;
  private readonly draft: EntryDraft | null;

  constructor(
    private readonly locked: Locked,
    private readonly act: Omit<LedgerAct, 'accounts'>,
    purpose: 'act' | 'settle' = 'act',
  ) {
    this.state = new BookState(locked, act);
    settle(this.state);
    this.draft = purpose === 'act' ? this.state.begin(act, act.relatesEntryId ?? null) : null;
  }

  balance(ref: AccountRef): AccountBalance {
    return standingOf(this.state.account(ref));
  }

  /** The lots that still hold value, in the order they are drawn; held ones last. */
  lots(ref: AccountRef): Omit<Lot, 'id' | 'originEntryId'>[] {
    const account = this.state.account(ref);
    return [
      ...this.state.drawable(account),
      ...this.state.lotsOf(account.id).filter((lot) => lot.state === 'held'),
    ];
  }

  /** Credits a member account with a lot of its own. Debt of the same kind is repaid first. */
  grant(ref: AccountRef, amount: number, terms: GrantTerms): Granted {
    whole(amount);
    if (amount === 0) return { repaid: 0 };
    return grant(this.state, this.main, this.state.account(ref), amount, terms);
  }

  /** Spends cents of a wallet, split over principal and bonus as they are spendable now. `against` is credited. */
  spendWallet(
    walletId: number,
    amountCents: number,
    order: SpendOrder,
    against?: House,
  ): WalletSpent {
    whole(amountCents);
    const principal = this.state.account(principalOf(walletId));
    const bonus = this.state.account(bonusOf(walletId));
    const split = splitSpend(amountCents, principal.balance, bonus.balance, order);
    if (!split)
      throw LedgerError.insufficient({
        neededCents: amountCents,
        availableCents: principal.balance + bonus.balance,
      });
    if (against) this.house(against, -amountCents);
    return {
      principalCents: split.principal,
      bonusCents: split.bonus,
      draws: {
        principal: this.state.draw(this.main, principal, split.principal),
        bonus: this.state.draw(this.main, bonus, split.bonus),
      },
    };
  }

  /** Takes spendable value of one account; `against` is credited with it. */
  take(ref: AccountRef, amount: number, against: House): Draw[] {
    const draws = this.state.draw(this.main, covered(this.state.account(ref), amount), amount);
    this.main.house(against, ref.unit, -amount, -valueOf(draws));
    return draws;
  }

  /** Takes spendable value away and gives nothing for it (R8). Errors: as of `take`. */
  void(ref: AccountRef, amount: number, against: VoidedBy): Draw[] {
    return voidSpendable(
      this.state,
      this.main,
      covered(this.state.account(ref), amount),
      amount,
      against,
    );
  }

  /** Takes away value that is not released yet, the latest releases first. */
  voidHeld(ref: AccountRef, amount: number, against: VoidedBy): void {
    voidHeld(this.state, this.main, heldEnough(this.state.account(ref), amount), amount, against);
  }

  /**
   * Moves spendable value to another account of its kind: every lot keeps where it came from and until when it lives,
   * and what the receiver owes is repaid first. Errors: as of `take`.
   */
  move(from: AccountRef, to: AccountRef, amount: number): Moved {
    const account = covered(this.state.account(from), amount);
    return move(this.state, this.main, account, this.state.account(to), amount);
  }

  /** The same with value that is not released yet; it keeps its day. */
  moveHeld(from: AccountRef, to: AccountRef, amount: number): void {
    const account = heldEnough(this.state.account(from), amount);
    moveHeld(this.state, this.main, account, this.state.account(to), amount);
  }

  /**
   * Moves all there is, held value with its release dates and debt included (two members become one). The debt that the
   * reversal of the entry `undone` left is first taken out of what that entry gave and still waits.
   */
  moveAll(from: AccountRef, to: AccountRef, undone: number | null = null): MovedAll {
    const accounts = [this.state.account(from), this.state.account(to)] as const;
    return moveAll(this.state, this.main, ...accounts, undone);
  }

  /** Lets go of what a member owes; `against` is debited. No more than is owed. */
  waiveDebt(ref: AccountRef, amount: number, against: House): void {
    whole(amount);
    const account = this.state.account(ref);
    if (amount > account.debt) throw new RangeError(`owed is ${account.debt}, not ${amount}`);
    this.main.change(account, 'debt', -amount);
    this.main.house(against, ref.unit, amount);
  }

  /** The member owes so much more; what is spendable goes first. `against` is credited with all of it. */
  owe(ref: AccountRef, amount: number, against: House): { taken: number; debt: number } {
    const account = this.state.account(ref);
    const taken = Math.min(amount, account.balance);
    this.take(ref, taken, against);
    this.main.change(account, 'debt', amount - taken);
    this.main.house(against, ref.unit, taken - amount);
    return { taken, debt: amount - taken };
  }

  /** Takes away everything of an account, held value included (a closing). Debt stays. Nothing is paid out for it. */
  voidAll(ref: AccountRef, against: VoidedBy): { balance: number; held: number } {
    const account = this.state.account(ref);
    const before = { balance: account.balance, held: account.held };
    voidAll(this.state, this.main, account, against);
    return before;
  }

  /**
   * Takes back value that the entry `grantedBy` granted (a return, R6 and R7): its own lots first, of which what
   * expired unspent is gone, then other lots, then debt. `against` is credited with the whole amount.
   */
  takeBack(ref: AccountRef, amount: number, grantedBy: number, against: House): TakenBack {
    whole(amount);
    const account = this.state.account(ref);
    const { original } = this.locked;
    const taken = takeBackGranted(this.state, this.main, account, amount, original, grantedBy);
    this.main.house(against, ref.unit, -amount);
    return taken;
  }

  /**
   * Gives drawn value back into the lots it came from, debt first. An expired lot gets one grace period of `graceDays`.
   * `drawnBy` is the entry that drew; `against` is debited with it.
   */
  giveBack(
    draws: readonly { lotId: number; amount: number; valueCents?: number }[],
    terms: { drawnBy: number; graceDays: number; against: House },
  ): GivenBack[] {
    return draws.map(({ lotId, amount, valueCents = 0 }) => {
      const lot = this.state.lotById(lotId);
      const given = giveBack(this.state, this.main, lot, {
        amount,
        valueCents,
        undoes: terms.drawnBy,
        graceDays: terms.graceDays,
      });
      this.main.house(terms.against, lot.unit, amount, valueCents);
      return given;
    });
  }

  /**
   * Gives back so much of the principal, bonus or points that the entry this act names drew, as `giveBack` does. No more than it
   * drew, less what was given back before. `against` is debited.
   */
  giveBackDrawn(
    kind: 'principal' | 'bonus' | 'points',
    amount: number,
    terms: { graceDays: number; against: House },
  ): GivenBack[] {
    whole(amount);
    const { original } = this.locked;
    if (!original) throw LedgerError.entryNotFound();
    if (amount === 0) return [];
    const drawn = original.moves.find(
      (move) => move.kind === 'draw' && this.state.accountById(move.accountId).kind === kind,
    );
    if (!drawn) throw new RangeError(`entry ${original.id} drew no ${kind}`);
    const draws = drawnStill(original, drawn.accountId, amount);
    return this.giveBack(draws, { ...terms, drawnBy: original.id });
  }

  /** Posts cents to a house account: + debit (money into the drawer), − credit (income). */
  house(house: House, amountCents: number, unit: Unit = 'CNY'): void {
    whole(Math.abs(amountCents));
    this.main.house(house, unit, amountCents);
  }

  /** Goods leave the shelf at what they cost (R11). Returns that cost in cents. */
  stockOut(storeId: number, productId: number, qtyMilli: number, options: GoodsOut = {}): number {
    whole(qtyMilli);
    return takeGoods(this.state, this.main, stockOf(storeId, productId), qtyMilli, options);
  }

  /** Goods come onto the shelf at a value in cents; a return at the cost its sale took out (R11). */
  stockIn(
    storeId: number,
    productId: number,
    qtyMilli: number,
    valueCents: number,
    against: House,
  ): void {
    whole(qtyMilli);
    addGoods(this.state, this.main, stockOf(storeId, productId), qtyMilli, valueCents, against);
  }

  /** Goods that are on no shelf change the house account they count in: scrap of a return. `to` is debited. */
  moveGoods(productId: number, qtyMilli: number, valueCents: number, from: House, to: House): void {
    whole(qtyMilli);
    const { unit } = stockOf(to.storeId, productId);
    this.main.house(from, unit, -qtyMilli, -valueCents);
    this.main.house(to, unit, qtyMilli, valueCents);
  }

  /** Undoes the whole original entry; see Ledger.reverse. */
  reverse(options: { graceDays: number; allowNegativeStock: boolean }): void {
    if (!this.locked.original) throw LedgerError.entryNotFound();
    reverse(this.state, this.main, this.locked.original, options);
  }

  /** Ends the plan. Throws where an entry does not balance, before the database has to. */
  finish<R>(result: R): Planned<R> {
    this.draft?.close();
    assertBalanced(this.state.drafts);
    if (!this.draft) this.state.drafts.at(-1)?.close();
    return planned(this.state, result);
  }

  private get main(): EntryDraft {
    if (!this.draft) throw new Error('a settlement plans nothing of its own');
    return this.draft;
  }
}
