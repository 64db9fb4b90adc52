import type { BookState } from './book-state.js';
import { giveBack, restoreDebt, takeBack } from './giving-back.js';
import { House, isMoney } from './house.js';
import { imbalanceOf, type EntryDraft } from './journal.js';
import { LedgerError } from './ledger.errors.js';
import type { OriginalEntry } from './ledger.types.js';
import { undoGoods } from './shelf.js';

// What a return or a settlement moved is corrected by acts of its own, never by undoing it.
const UNDONE_BY_REVERSAL = new Set(['grant', 'repay', 'draw', 'void']);

/**
 * Undoes an entry keyed by mistake: draws go back into their lots, what was granted is taken back, as debt where it is
 * spent (golden G21), goods come back at the cost they left with. House accounts keep their store; only the money
 * is that of the acting store, of its till or its safe.
 */
export function reverse(
  state: BookState,
  draft: EntryDraft,
  original: OriginalEntry,
  options: { graceDays: number; allowNegativeStock: boolean },
): void {
  if (original.reversedBy !== null) throw LedgerError.alreadyReversed();
  if (original.partlyUndone) throw LedgerError.partlyUndone();
  const raisedDebt = original.postings.some(
    (posting) => posting.facet === 'debt' && posting.amount > 0,
  );
  if (
    original.reversesEntryId !== null ||
    raisedDebt ||
    original.moves.some((move) => !UNDONE_BY_REVERSAL.has(move.kind))
  ) {
    throw LedgerError.notReversible({ kind: original.kind });
  }
  draft.reversesEntryId = original.id;
  const undoes = original.id;

  for (const move of original.moves) {
    if (move.kind !== 'draw' && move.kind !== 'void') continue;
    giveBack(state, draft, state.lotById(move.lotId), {
      amount: -move.amount,
      valueCents: -move.valueCents,
      undoes,
      graceDays: options.graceDays,
      wasHeld: move.facet === 'held',
    });
  }
  for (const accountId of new Set(original.moves.map((move) => move.accountId))) {
    const granted = original.moves.filter(
      (move) => move.accountId === accountId && move.kind === 'grant',
    );
    const own = granted.map((move) => ({ lot: state.lotById(move.lotId), amount: move.amount }));
    takeBack(state, draft, state.accountById(accountId), own, undoes);
  }
  for (const [accountId, amount] of debtsLetGo(original)) {
    restoreDebt(state, draft, state.accountById(accountId), amount, undoes);
  }
  for (const posting of original.postings) {
    if (posting.house !== null && posting.storeId !== null) {
      const storeId = isMoney(posting.house)
        ? (state.facts.drawerStoreId ?? state.facts.storeId)
        : posting.storeId;
      draft.house(
        { house: posting.house, storeId },
        posting.unit,
        -posting.amount,
        -posting.valueCents,
      );
    } else if (
      posting.accountId !== null &&
      state.accountById(posting.accountId).kind === 'stock'
    ) {
      undoGoods(
        state,
        draft,
        posting.accountId,
        posting.amount,
        posting.valueCents,
        options.allowNegativeStock,
      );
    }
  }
  // Only values can be left over: goods or visits that are worth something else by now.
  for (const { unit, valueCents } of imbalanceOf(draft)) {
    const variance = unit.startsWith('G:') ? House.stockVariance : House.visitsIssued;
    draft.house(variance(original.storeId), unit, 0, -valueCents);
  }
}

// Debt that went without value repaying it: waived, or taken over by another account.
function debtsLetGo(original: OriginalEntry): Map<number, number> {
  const letGo = new Map<number, number>();
  const add = (accountId: number, amount: number) =>
    letGo.set(accountId, (letGo.get(accountId) ?? 0) + amount);
  for (const { accountId, facet, amount } of original.postings) {
    if (accountId !== null && facet === 'debt') add(accountId, -amount);
  }
  for (const { accountId, kind, amount } of original.moves) {
    if (kind === 'repay') add(accountId, amount);
  }
  return letGo;
}
