/**
 * One attempt to take money. Its key is made when the payment opens and stays with its request until the
 * answer is known: a lost answer is asked for again with the same key and the same request, so that
 * nothing is ever charged twice. Kept with the cart, it survives a reload and a new sign-in.
 */
export interface Attempt<Request> {
  key: string;
  state: 'open' | 'sending' | 'unknown';
  /** What was asked; fixed from the first sending on until the answer is known. */
  request: Request | null;
  /** How many answers were lost so far. */
  lost: number;
}

/**
 * `refused`: the server judged it and nothing moved. `stopped`: it never got as far (not signed in, too many
 * requests). `lost`: nobody knows.
 */
export type Outcome = 'done' | 'refused' | 'stopped' | 'lost';

export function openAttempt<Request>(key: string): Attempt<Request> {
  return { key, state: 'open', request: null, lost: 0 };
}

/** What goes out: the pending request while its answer is unknown, whatever the screen says now. */
export function send<Request>(
  attempt: Attempt<Request>,
  request: Request,
): Attempt<Request> & { request: Request } {
  const pending = attempt.lost > 0 ? attempt.request : null;
  return { ...attempt, state: 'sending', request: pending ?? request };
}

export function settleAttempt<Request>(
  attempt: Attempt<Request>,
  outcome: Outcome,
  newKey: string,
): Attempt<Request> {
  if (outcome === 'lost') return { ...attempt, state: 'unknown', lost: attempt.lost + 1 };
  if (outcome === 'stopped') {
    // An earlier lost answer is still unknown; a first try can be changed as if it had never been made.
    return attempt.lost > 0
      ? { ...attempt, state: 'unknown' }
      : { ...attempt, state: 'open', request: null };
  }
  return openAttempt(newKey);
}

/** After a reload nobody knows what became of a request that was on its way. */
export function afterReload<Request>(attempt: Attempt<Request>): Attempt<Request> {
  return attempt.state === 'sending' ? settleAttempt(attempt, 'lost', attempt.key) : attempt;
}

/** What an answer's status says about the money; null when no answer came. */
export function outcomeOf(status: number | null): Outcome {
  if (status === null || status < 200 || status >= 500 || status === 408) return 'lost';
  if (status === 401 || status === 429) return 'stopped';
  return status >= 400 ? 'refused' : 'done';
}

/** Milliseconds to wait before asking again: 2, 4, 8 seconds, then every 10. */
export function retryDelayMs(lost: number): number {
  return Math.min(2_000 * 2 ** Math.max(lost - 1, 0), 10_000);
}
