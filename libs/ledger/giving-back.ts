import { addDays } from '#kernel/rules';
import type { BookState } from './book-state.js';
import { expiredHouse } from './house.js';
import type { EntryDraft, OpenAccount, OpenLot } from './journal.js';
import type { OriginalEntry } from './ledger.types.js';
import { expire } from './settlement.js';

/** Value that went back, and until when it lives there. */
export interface GivenBack {
  amount: number;
  expiresOn: string | null;
  /** `lot`: where it came from; `grace`: that has expired, and this is its grace period; `expired`: gone at once. */
  into: 'lot' | 'grace' | 'expired';
}

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
): GivenBack {
  const account = state.accountById(lot.accountId);
  // What was not released when it was taken waits for its day again.
  if (give.wasHeld && lot.state !== 'open' && (lot.releasesOn ?? '') > state.today) {
    const { amount, valueCents, undoes } = give;
    draft.move(lot, 'return', amount, { facet: 'held', valueCents, originEntryId: undoes });
    draft.change(account, 'held', amount, valueCents);
    lot.state = 'held';
    return { amount, expiresOn: lot.expiresOn, into: 'lot' };
  }
  const target = liveLot(state, draft, account, lot, give.graceDays);
  state.credit(draft, account, target ?? lot, give.amount, 'return', give.valueCents, give.undoes);
  if (!target) expire(state, draft, account, lot);
  const { amount } = give;
  const { expiresOn } = target ?? lot;
  return { amount, expiresOn, into: !target ? 'expired' : target === lot ? 'lot' : 'grace' };
}

/**
 * Which parts of what an entry drew from an account go back for `amount`: of what is not given back yet, the last drawn
 * first, so that what stays drawn is what a smaller spend would have taken.
 */
export function drawnStill(
  original: OriginalEntry,
  accountId: number,
  amount: number,
): { lotId: number; amount: number }[] {
  const draws = original.moves.filter(
    (move) => move.accountId === accountId && move.kind === 'draw',
  );
  const drawn = new Set(draws.map(({ lotId }) => lotId));
  const returned = new Map<number, number>();
  for (const { lotId, parentLotId, kind, amount: part } of original.undone) {
    if (kind !== 'return') continue;
    // A successor was drawn from itself, or holds what its parent gave.
    const of = drawn.has(lotId) ? lotId : (parentLotId ?? lotId);
    returned.set(of, (returned.get(of) ?? 0) + part);
  }
  const parts: { lotId: number; amount: number }[] = [];
  let left = amount;
  for (const move of draws.reverse()) {
    const back = returned.get(move.lotId) ?? 0;
    const already = Math.min(back, -move.amount);
    returned.set(move.lotId, back - already);
    const part = Math.min(left, -move.amount - already);
    if (part > 0) parts.push({ lotId: move.lotId, amount: part });
    left -= part;
  }
  if (left > 0) throw new RangeError(`entry ${original.id} drew ${left} less than is given back`);
  return parts;
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

/**
 * Takes back so much of what the entry `grantedBy` granted to an account, as `takeBack` does. What the original entry's
 * own lots do not reach comes from other lots, then becomes debt.
 */
export function takeBackGranted(
  state: BookState,
  draft: EntryDraft,
  account: OpenAccount,
  amount: number,
  original: OriginalEntry | null,
  grantedBy: number,
): TakenBack {
  let left = amount;
  const own = (original?.moves ?? [])
    .filter((move) => move.accountId === account.id && move.kind === 'grant')
    .map((move) => {
      const part = Math.min(left, move.amount);
      left -= part;
      return { lot: state.lotById(move.lotId), amount: part };
    });
  const taken = takeBack(state, draft, account, own, grantedBy);
  if (left > 0) {
    const fromOthers = Math.min(left, account.balance);
    state.draw(draft, account, fromOthers, 'take_back', grantedBy);
    draft.change(account, 'debt', left - fromOthers);
    taken.fromOthers += fromOthers;
    taken.debt += left - fromOthers;
  }
  return taken;
}

/** Debt of the member comes back: a balance that is there by now repays it at once. */
export function restoreDebt(
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
