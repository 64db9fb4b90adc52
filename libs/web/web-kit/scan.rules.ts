/** Between two keys of a scanner, at most: one of them may be late, as over a radio. */
export const LONGEST_GAP_MS = 100;
/** On the average a scanner is faster than this; nobody types eight keys and Enter like that. */
const AVERAGE_GAP_MS = 45;
/** Up to here a gap is even: what came before a longer one may have been typed by a person. */
export const EVEN_GAP_MS = 40;
/** Shorter bursts (a PIN, an amount) are typing. */
const SHORTEST_SCAN = 8;

/**
 * Where a scan begins among keys that followed each other within the longest gap and ended with Enter; undefined where
 * a person typed them. The burst is judged as a whole, so one late key takes nothing out of it. A person may have typed
 * right up to an even scan: then what follows the last uneven gap is the scan.
 */
export function scanStart(keysAt: readonly number[], enterAt: number): number | undefined {
  const lastUneven = keysAt.findLastIndex(
    (at, index) => index > 0 && at - (keysAt[index - 1] ?? at) > EVEN_GAP_MS,
  );
  return [0, lastUneven].find((start) => start >= 0 && isScan(keysAt.slice(start), enterAt));
}

function isScan(keysAt: readonly number[], enterAt: number): boolean {
  const [first] = keysAt;
  if (first === undefined || keysAt.length < SHORTEST_SCAN) return false;
  return (enterAt - first) / keysAt.length <= AVERAGE_GAP_MS;
}
