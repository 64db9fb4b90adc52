const judged = new WeakSet<object>();

/** Marks what was thrown inside a command, behind its key. Gives it back, to be thrown on. */
export function markJudged<E>(error: E): E {
  if (typeof error === 'object' && error !== null) judged.add(error);
  return error;
}

/**
 * Whether a refusal ends the command: it was judged inside, and not put off. A fault of the server or "too many, later"
 * says nothing about a first try.
 */
export function endsTheCommand(error: unknown, status: number): boolean {
  if (typeof error !== 'object' || error === null || !judged.has(error)) return false;
  return status < 500 && status !== 429;
}
