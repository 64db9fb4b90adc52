import { addDays } from '#kernel/rules';
import type { BookState } from './book-state.js';
import { expiredHouse } from './house.js';
import type { EntryDraft, OpenAccount, OpenLot } from './journal.js';
import { expire } from './settlement.js';

/**
 * Gives `amount` back into the lot it was drawn from. A lot that has expired gets one grace period: a successor that
 * names it. Value that comes back after that has expired at once (golden G10).
 */
export function giveBack(
  state: BookState,
  draft: EntryDraft,
  lot: OpenLot,
  give: {
    amount: number;
    valueCents: number;
    undoes: number;
    graceDays: number;
    wasHeld?: boolean;
  },
): void {
  const account = state.accountById(lot.accountId);
  // What was not released when it was taken waits for its day again.
  if (give.wasHeld && lot.state !== 'open' && (lot.releasesOn ?? '') > state.today) {
    const { amount, valueCents, undoes } = give;
    draft.move(lot, 'return', amount, { facet: 'held', valueCents, originEntryId: undoes });
    draft.change(account, 'held', amount, valueCents);
    lot.state = 'held';
    return;
  }
  const target = liveLot(state, draft, account, lot, give.graceDays);
  state.credit(draft, account, target ?? lot, give.amount, 'return', give.valueCents, give.undoes);
  if (!target) expire(state, draft, account, lot);
}

function liveLot(
  state: BookState,
  draft: EntryDraft,
  account: OpenAccount,
  lot: OpenLot,
  graceDays: number,
): OpenLot | null {
  if (!state.isExpired(lot)) return lot;
  if (lot.grace) return null;
  const successor = state.lots.find((other) => other.grace && other.parentLotId === lot.id);
  if (successor) return state.isExpired(successor) ? null : successor;
  if (graceDays <= 0) return null;
  return state.makeLot(draft, account, {
    originStoreId: lot.originStoreId,
    originOn: lot.originOn,
    originEntryId: lot.originEntryId,
    expiresOn: addDays(state.today, graceDays),
    tender: lot.tender,
    terms: lot.terms,
    gifted: lot.gifted,
    grace: true,
    parentLotId: lot.id,
  });
}

export interface TakenBack {
  fromOwn: number;
  /** Expired unspent: gone, and no debt of the member. */
  forgiven: number;
  fromOthers: number;
  debt: number;
}

/**
 * Takes granted value back (R7): first from the lots it was granted into, of which what expired unspent is gone,
 * then from other lots in their order, and what is already spent becomes debt.
 */
export function takeBack(
  state: BookState,
  draft: EntryDraft,
  account: OpenAccount,
  own: readonly { lot: OpenLot; amount: number }[],
  undoes: number,
): TakenBack {
  const taken: TakenBack = { fromOwn: 0, forgiven: 0, fromOthers: 0, debt: 0 };
  let spent = 0;
  for (const { lot, amount } of own) {
    const left = Math.min(amount, lot.remaining);
    state.debit(draft, account, lot, left, 'take_back', 'void', undoes);
    taken.fromOwn += left;
    const forgiven = Math.min(amount - left, lot.expired - lot.forgiven);
    if (forgiven > 0) {
      lot.forgiven += forgiven;
      lot.changed = true;
      taken.forgiven += forgiven;
      draft.house(expiredHouse(account.kind, lot.originStoreId), account.unit, forgiven);
    }
    spent += amount - left - forgiven;
  }
  taken.fromOthers = Math.min(spent, account.balance);
  state.draw(draft, account, taken.fromOthers, 'take_back', undoes);
  taken.debt = spent - taken.fromOthers;
  draft.change(account, 'debt', taken.debt);
  return taken;
}

/** Debt of the member comes back: a balance that is there by now repays it at once. */
export function oweAgain(
  state: BookState,
  draft: EntryDraft,
  account: OpenAccount,
  amount: number,
  undoes: number,
): void {
  const fromBalance = Math.min(amount, account.balance);
  state.draw(draft, account, fromBalance, 'take_back', undoes);
  draft.change(account, 'debt', amount - fromBalance);
}
