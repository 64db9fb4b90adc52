import type { Page } from 'playwright-core';

const LOOK_MS = 50;

/** Asks until it is so: for what another process does, and no page tells. */
export async function eventually(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  atMostMs = 20_000,
): Promise<void> {
  const until = performance.now() + atMostMs;
  while (!(await isSo())) {
    if (performance.now() > until) throw new Error(`Not so after ${atMostMs} ms: ${what}`);
    await later(LOOK_MS);
  }
}

/** Answers to what goes to this address come late. */
export const answersLate = (page: Page, address: string, byMs: number): Promise<unknown> =>
  page.route(address, async (route) => {
    await later(byMs);
    await route.continue();
  });

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
