import type { BookState } from './book-state.js';
import { lotFor, grantInto } from './granting.js';
import type { House } from './house.js';
import type { EntryDraft, OpenAccount, OpenLot } from './journal.js';
import type { Draw } from './ledger.types.js';

/** What came to the receiver of a move, in the accounts' unit. */
export interface Moved {
  amount: number;
  /** The part that repaid the receiver's debt. */
  repaid: number;
}

export interface MovedAll {
  balance: number;
  held: number;
  /** The giver's debt that the receiver's balance repaid. */
  debtRepaid: number;
  /** The giver's debt that the receiver owes now. */
  debtTakenOver: number;
}

/**
 * Moves spendable value to another account of its kind. Each lot keeps its store, date, entry, tender, expiry and
 * terms; what the receiver owes is repaid first. No house account takes part.
 */
export function move(
  state: BookState,
  draft: EntryDraft,
  from: OpenAccount,
  to: OpenAccount,
  amount: number,
): Moved {
  assertAlike(from, to);
  const moved: Moved = { amount, repaid: 0 };
  let left = amount;
  for (const lot of left > 0 ? state.drawable(from) : []) {
    if (left === 0) break;
    const part = Math.min(left, lot.remaining);
    moved.repaid += moveLotPart(state, draft, from, to, lot, part);
    left -= part;
  }
  if (left > 0) throw new Error(`the lots of account ${from.id} do not cover its balance`);
  return moved;
}

/**
 * Moves everything: what is held with its release date, what is spendable, and the debt, which the receiver's balance
 * repays as far as it goes; what the entry `undone` gave and still waits at the receiver goes before that. Afterwards
 * the giver has nothing and owes nothing.
 */
export function moveAll(
  state: BookState,
  draft: EntryDraft,
  from: OpenAccount,
  to: OpenAccount,
  undone: number | null = null,
): MovedAll {
  assertAlike(from, to);
  const { balance, held, debt } = from;
  for (const lot of state.lotsOf(from.id).filter((other) => other.state === 'held')) {
    moveLotPart(state, draft, from, to, lot, lot.remaining);
  }
  move(state, draft, from, to, balance);
  const waiting = takeWaiting(state, draft, to, debt, undone);
  const debtRepaid = waiting + Math.min(debt - waiting, to.balance);
  state.draw(draft, to, debtRepaid - waiting);
  draft.change(from, 'debt', -debt);
  draft.change(to, 'debt', debt - debtRepaid);
  return { balance, held, debtRepaid, debtTakenOver: debt - debtRepaid };
}

function takeWaiting(
  state: BookState,
  draft: EntryDraft,
  account: OpenAccount,
  debt: number,
  grantedBy: number | null,
): number {
  let left = debt;
  for (const lot of grantedBy === null ? [] : state.lotsOf(account.id)) {
    if (lot.state !== 'held' || lot.originEntryId !== grantedBy) continue;
    const part = Math.min(left, lot.remaining);
    state.debit(draft, account, lot, part, 'draw', 'void');
    left -= part;
  }
  return debt - left;
}

/** Moves value that is not released yet, the latest releases first; it stays held until its day. */
export function moveHeld(
  state: BookState,
  draft: EntryDraft,
  from: OpenAccount,
  to: OpenAccount,
  amount: number,
): void {
  assertAlike(from, to);
  for (const { lot, part } of heldParts(state, from, amount)) {
    moveLotPart(state, draft, from, to, lot, part);
  }
}

/** Who gives up what is voided: one house account, or that of the store each lot came from. */
export type VoidedBy = House | ((originStoreId: number) => House);

const houseOf = (against: VoidedBy, lot: { originStoreId: number }): House =>
  typeof against === 'function' ? against(lot.originStoreId) : against;

/** Voids spendable value: it is drawn, and nothing is given for it. `against` is credited. */
export function voidSpendable(
  state: BookState,
  draft: EntryDraft,
  account: OpenAccount,
  amount: number,
  against: VoidedBy,
): Draw[] {
  const draws = state.draw(draft, account, amount, 'void');
  for (const draw of draws) {
    draft.house(houseOf(against, draw), account.unit, -draw.amount, -draw.valueCents);
  }
  return draws;
}

/** Voids what is not released yet, the latest releases first. `against` is credited. */
export function voidHeld(
  state: BookState,
  draft: EntryDraft,
  account: OpenAccount,
  amount: number,
  against: VoidedBy,
): void {
  for (const { lot, part } of heldParts(state, account, amount)) {
    const valueCents = state.debit(draft, account, lot, part, 'void', 'void');
    draft.house(houseOf(against, lot), account.unit, -part, -valueCents);
  }
}

/** Voids all there is, held value included. Debt stays. */
export function voidAll(
  state: BookState,
  draft: EntryDraft,
  account: OpenAccount,
  against: VoidedBy,
): void {
  for (const lot of state.lotsOf(account.id).filter((other) => other.remaining > 0)) {
    const { remaining } = lot;
    const valueCents = state.debit(draft, account, lot, remaining, 'void', 'void');
    draft.house(houseOf(against, lot), account.unit, -remaining, -valueCents);
  }
}

function heldParts(
  state: BookState,
  account: OpenAccount,
  amount: number,
): { lot: OpenLot; part: number }[] {
  const lots = state
    .lotsOf(account.id)
    .filter((lot) => lot.state === 'held' && lot.remaining > 0)
    // Of one day the one given last goes first.
    .reverse()
    .sort((a, b) => (b.releasesOn ?? '').localeCompare(a.releasesOn ?? ''));
  const parts: { lot: OpenLot; part: number }[] = [];
  let left = amount;
  for (const lot of lots) {
    if (left === 0) break;
    const part = Math.min(left, lot.remaining);
    parts.push({ lot, part });
    left -= part;
  }
  if (left > 0) throw new Error(`the held lots of account ${account.id} do not cover ${amount}`);
  return parts;
}

function moveLotPart(
  state: BookState,
  draft: EntryDraft,
  from: OpenAccount,
  to: OpenAccount,
  lot: OpenLot,
  amount: number,
): number {
  // A lot that had its grace keeps that: it expires at once the next time. It names no parent, being of another account.
  const { originStoreId, originOn, originEntryId, expiresOn, tender, terms } = lot;
  const { gifted, joined, grace } = lot;
  const releasesOn = lot.state === 'held' ? lot.releasesOn : null;
  const valueCents = state.debit(draft, from, lot, amount, 'draw', 'spent');
  const target = lotFor(state, draft, to, {
    originStoreId,
    originOn,
    originEntryId,
    expiresOn,
    releasesOn,
    tender,
    terms,
    gifted,
    joined,
    grace,
  });
  return grantInto(state, draft, to, target, amount, valueCents);
}

function assertAlike(from: OpenAccount, to: OpenAccount): void {
  if (from.id === to.id || from.kind !== to.kind || from.unit !== to.unit)
    throw new RangeError(`no move from ${from.kind} ${from.unit} to ${to.kind} ${to.unit}`);
}
