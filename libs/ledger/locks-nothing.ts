const LOCKS = /\bFOR\s+(NO\s+KEY\s+UPDATE|UPDATE|KEY\s+SHARE|SHARE)\b/i;

/**
 * Refuses a fragment of a first statement that locks rows itself: the order of locks in sibling queries is undefined, so
 * ledger.lock_and_read takes them all. Throws where it is declared.
 */
export function assertLocksNothing(name: string, sql: string): void {
  if (LOCKS.test(sql)) throw new Error(`the facts of ${name} lock rows`);
}
