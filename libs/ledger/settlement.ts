import type { BookState } from './book-state.js';
import type { EntryDraft, OpenAccount, OpenLot } from './journal.js';
import { expiredHouse } from './house.js';

/**
 * Brings the accounts up to the business date before anything is planned on them: releases what is due, then expires
 * what is past its last day, each in an entry of its own. Locked and expired value is so never spent, whether or not
 * a nightly job has run.
 */
export function settle(state: BookState): void {
  const { today } = state;
  const due = state.lots.filter(
    (lot) => lot.state === 'held' && lot.releasesOn !== null && lot.releasesOn <= today,
  );
  const past = state.lots.filter(
    (lot) =>
      lot.remaining > 0 && state.isExpired(lot) && (lot.state === 'open' || due.includes(lot)),
  );
  if (due.length > 0) {
    const draft = begin(state, 'release');
    for (const lot of due) release(state, draft, lot);
  }
  if (past.length > 0) {
    const draft = begin(state, 'expiry');
    for (const lot of past) expire(state, draft, state.accountById(lot.accountId), lot);
  }
}

function begin(state: BookState, kind: string): EntryDraft {
  const { businessDate, at, storeId, staffId, tillId, shiftId, memberId, homeStoreId } =
    state.facts;
  return state.begin({
    kind,
    businessDate,
    at,
    storeId,
    staffId,
    tillId,
    shiftId,
    memberId,
    homeStoreId,
  });
}

function release(state: BookState, draft: EntryDraft, lot: OpenLot): void {
  const account = state.accountById(lot.accountId);
  const { remaining, valueCents } = lot;
  draft.move(lot, 'release', -remaining, { facet: 'held', valueCents: -valueCents });
  draft.change(account, 'held', -remaining, -valueCents);
  lot.state = 'open';
  state.credit(draft, account, lot, remaining, 'release', valueCents);
}

/** The store that granted the lot has the gain. */
export function expire(
  state: BookState,
  draft: EntryDraft,
  account: OpenAccount,
  lot: OpenLot,
): void {
  const amount = lot.remaining;
  if (amount === 0) return state.settleState(lot, 'expired');
  const valueCents = state.debit(draft, account, lot, amount, 'expire', 'expired', null);
  draft.house(expiredHouse(account.kind, lot.originStoreId), account.unit, -amount, -valueCents);
}
