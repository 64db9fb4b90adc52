import type { OpenAccount } from './journal.js';
import { LedgerError } from './ledger.errors.js';
import type { AccountBalance, Draw } from './ledger.types.js';

/** Amounts are whole and not negative: the direction is said by the act. */
export function whole(amount: number): void {
  if (!Number.isSafeInteger(amount) || amount < 0)
    throw new RangeError(`not a whole amount: ${amount}`);
}

/** The account, which has so much to spend. Errors: ledger.insufficient, or that of its unit. */
export function covered(account: OpenAccount, amount: number): OpenAccount {
  whole(amount);
  if (amount > account.balance) throw shortOf(account, amount, account.balance);
  return account;
}

/** The account, of which so much is not released yet. Errors: as of `covered`. */
export function heldEnough(account: OpenAccount, amount: number): OpenAccount {
  whole(amount);
  if (amount > account.held) throw shortOf(account, amount, account.held);
  return account;
}

export const standingOf = (account: OpenAccount): AccountBalance => {
  const { kind, ownerId, unit, balance, held, debt, valueCents } = account;
  return { kind, ownerId, unit, balance, held, debt, valueCents };
};

/** What goods that were drawn had cost, in cents. */
export const valueOf = (draws: readonly Draw[]): number =>
  draws.reduce((sum, draw) => sum + draw.valueCents, 0);

function shortOf(account: OpenAccount, needed: number, available: number): Error {
  if (account.kind === 'points') return LedgerError.insufficientPoints({ needed, available });
  if (account.kind === 'visits') return LedgerError.insufficientVisits({ needed, available });
  return LedgerError.insufficient({ neededCents: needed, availableCents: available });
}
