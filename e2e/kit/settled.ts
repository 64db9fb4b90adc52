/// <reference lib="dom" />
import type { Page, Request } from 'playwright-core';

/** Long enough for what an answer makes the page ask for next. */
const QUIET_MS = 100;
const AT_MOST_MS = 20_000;

/** What a page has asked for and not yet received, and when that last changed. */
interface Traffic {
  open: Set<Request>;
  changedAt: number;
}
const traffics = new WeakMap<Page, Traffic>();

/** From here on it is known what the page waits for. */
export function followTraffic(page: Page): void {
  const traffic: Traffic = { open: new Set(), changedAt: performance.now() };
  traffics.set(page, traffic);
  page.on('request', (request) => {
    // What the document before had asked for, nobody waits for any more.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) traffic.open.clear();
    traffic.open.add(request);
    traffic.changedAt = performance.now();
  });
  for (const event of ['requestfinished', 'requestfailed'] as const)
    page.on(event as 'requestfinished', (request) => {
      traffic.open.delete(request);
      traffic.changedAt = performance.now();
    });
}

/**
 * The page stands still: every answer has come, nothing says that it is being loaded, nothing moves, and the last frame
 * shows it. ("networkidle" is half a second of silence, which on a busy machine may lie before the first question.)
 */
export async function settled(page: Page, quietMs = QUIET_MS): Promise<void> {
  const traffic = traffics.get(page);
  if (!traffic) throw new Error('Only a page of openWindow() is known to be settled.');
  const until = performance.now() + AT_MOST_MS;
  const isQuiet = () => traffic.open.size === 0 && performance.now() - traffic.changedAt >= quietMs;
  for (;;) {
    await framesLater(page);
    if ((await standsStill(page)) && isQuiet()) return;
    if (performance.now() > until) {
      const awaited = [...traffic.open].map((request) => request.url());
      throw new Error(`${page.url()} does not settle. Awaited: ${awaited.join(' ') || 'nothing'}`);
    }
  }
}

/** What has arrived is drawn. */
export const framesLater = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  });

/** Nothing is busy, and no movement that has an end is under way. */
const standsStill = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const moves = document
      .getAnimations()
      .some(
        ({ playState, effect }) =>
          playState === 'running' && effect?.getComputedTiming().iterations !== Infinity,
      );
    return !moves && document.querySelector('main [aria-busy=true]') === null;
  });

/** The dialog that was just called for is open: it stands, and one of its entries or buttons has the keyboard. */
export async function dialogOpened(page: Page): Promise<void> {
  await page.getByRole('dialog').first().waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]') !== null);
  await settled(page);
}

/** A slip has the keys: Enter before that goes to what stood there before. */
export const slipInFocus = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.activeElement?.matches('[role=dialog] button'));
