/** Longest pause between two looks at the clock: a timer of a millisecond comes a little late, and that counts as waiting. */
const TICK_MS = 1;

/**
 * Questions come by themselves, so many a second, as customers do: the gaps between them are random, and nobody waits for
 * the question before. Returns how long each took from the moment it should have been asked, in milliseconds. Those of the
 * warm-up are not among them: in it every connection that the bursts open plans its statements.
 */
export async function openLoop(options: {
  perSecond: number;
  seconds: number;
  warmUpSeconds: number;
  ask: (n: number) => Promise<unknown>;
}): Promise<number[]> {
  const { perSecond, seconds, warmUpSeconds, ask } = options;
  const latencies: number[] = [];
  const asked: Promise<void>[] = [];
  const from = performance.now();
  const counted = from + warmUpSeconds * 1_000;
  const until = counted + seconds * 1_000;
  const meanGap = 1_000 / perSecond;
  const one = async (n: number, due: number) => {
    await ask(n);
    if (due >= counted) latencies.push(performance.now() - due);
  };
  for (let due = from, n = 0; due < until; due += gap(meanGap), n += 1) {
    while (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, TICK_MS));
    asked.push(one(n, due));
  }
  await Promise.all(asked);
  return latencies;
}

// Times between independent arrivals are distributed exponentially.
const gap = (mean: number): number => -Math.log(1 - Math.random()) * mean;
