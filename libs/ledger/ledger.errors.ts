import { defineErrors, mapConstraint } from '#kernel';

/** Amounts are in the account's unit: cents for the wallet, points, visits, thousandths for stock. */
export const LedgerError = defineErrors('ledger', {
  insufficient: { status: 409, params: ['neededCents', 'availableCents'] },
  insufficientPoints: { status: 409, params: ['needed', 'available'] },
  insufficientVisits: { status: 409, params: ['needed', 'available'] },
  stockShort: { status: 409, params: ['storeId', 'productId', 'availableMilli'] },
  alreadyReversed: { status: 409 },
  /** A part of the entry was given back already: it can't be undone as a whole. */
  partlyUndone: { status: 409 },
  notReversible: { status: 409, params: ['kind'] },
  entryNotFound: { status: 404 },
});

mapConstraint('reversal_once_key', () => LedgerError.alreadyReversed());
