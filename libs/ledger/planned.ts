import { standingOf } from './account-amounts.js';
import type { BookState } from './book-state.js';
import { imbalanceOf, type EntryDraft } from './journal.js';
import type { AccountBalance } from './ledger.types.js';
import { payloadOf } from './payload.js';

/** The plan of an act in the shape the database takes, and every account as it stands after it. */
export interface Planned<R> {
  result: R;
  payload: Record<string, unknown>;
  /** False when nothing moves and no entry is written (a settlement with nothing due). */
  hasEntries: boolean;
  balances: AccountBalance[];
}

export function assertBalanced(drafts: readonly EntryDraft[]): void {
  for (const draft of drafts) {
    const [wrong] = imbalanceOf(draft);
    if (wrong)
      throw new Error(
        `entry ${draft.facts.kind} does not balance in ${wrong.unit}: ${wrong.amount}, value ${wrong.valueCents}`,
      );
  }
}

export const planned = <R>(state: BookState, result: R): Planned<R> => ({
  result,
  payload: payloadOf(state.drafts, state.lots),
  hasEntries: state.drafts.length > 0,
  balances: state.accounts.map(standingOf),
});
