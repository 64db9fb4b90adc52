/** As long as the first page has to come first. */
const LATEST_MS = 4_000;

/** Does what can wait as soon as the page has nothing else to do. */
export function whenIdle(work: () => Promise<unknown>): void {
  const begin = (): void => void work();
  // Not every browser of a till can say when it is idle.
  if ('requestIdleCallback' in window) requestIdleCallback(begin, { timeout: LATEST_MS });
  else setTimeout(begin, LATEST_MS / 4);
}
