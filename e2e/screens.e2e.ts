/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { openWindow, PHONE, startBrowser } from './kit/browser.js';
import { signIn } from './kit/counter.js';
import { startSystem, type System } from './kit/system.js';

// Every page of the menu, as narrow and as low as screens are: nothing has to be pushed aside to be seen.
let system: System;
let browser: Browser;
let stopBrowser: () => Promise<void>;

beforeAll(async () => {
  system = await startSystem(process.env.SHUKE_TEST_SERVER ?? '');
  ({ browser, stop: stopBrowser } = await startBrowser());
}, 180_000);
afterAll(async () => {
  await stopBrowser?.();
  await system?.stop();
}, 60_000);

async function menuOf(page: Page): Promise<string[]> {
  await signIn(page, 'head');
  const links = page.locator('.side nav a[href^="/office"]');
  await links.first().waitFor({ state: 'attached' });
  return links.evaluateAll((all) => [
    ...new Set(all.map((link) => link.getAttribute('href') ?? '')),
  ]);
}

async function open(page: Page, href: string): Promise<void> {
  await page.goto(href);
  await page.locator('#content h1').first().waitFor();
  await page.waitForLoadState('networkidle');
}

it.each([
  ['zh-CN', 'light'],
  ['en', 'dark'],
] as const)(
  'on a phone no page scrolls sideways (%s, %s)',
  async (locale, theme) => {
    const { page, context } = await openWindow(browser, system.baseUrl, {
      ...{ locale, theme, viewport: PHONE },
    });
    const menu = await menuOf(page);
    expect(menu.length).toBeGreaterThan(20);
    const wide: string[] = [];
    for (const href of menu) {
      await open(page, href);
      const [content, window] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        innerWidth,
      ]);
      if ((content ?? 0) > (window ?? 0)) wide.push(`${href}: ${content}`);
    }
    expect(wide).toEqual([]);
    await context.close();
  },
  240_000,
);

it('on a phone a list is a card for each row, and is put in order there too', async () => {
  const { page, context } = await openWindow(browser, system.baseUrl, {
    viewport: PHONE,
    locale: 'en',
  });
  await signIn(page, 'head');
  await open(page, '/office/sales');
  await page.locator('.cards li').first().waitFor();
  expect(await page.locator('table').count()).toBe(0);
  await page.getByLabel('Order').selectOption('-dueCents');
  await page.waitForURL(/sort=-dueCents/);
  // The rows that stood there go when the new ones come.
  await page.waitForFunction(() => {
    const dues = [...document.querySelectorAll('.cards li .figure')].map((each) =>
      Number(each.textContent?.replace(/[^\d.-]/g, '') ?? ''),
    );
    return dues.length > 5 && dues.every((due, at) => at === 0 || due <= (dues[at - 1] ?? 0));
  });
  await context.close();
}, 120_000);

it.each([
  ['1366×625', { width: 1366, height: 625 }],
  ['125 % of 1366×768', { width: 1093, height: 614 }],
])(
  'the figures and sums of every list are in sight at %s',
  async (_name, viewport) => {
    const { page, context } = await openWindow(browser, system.baseUrl, { viewport });
    const hidden: string[] = [];
    let seen = 0;
    for (const href of await menuOf(page)) {
      await open(page, href);
      const out = await page.evaluate(() =>
        [...document.querySelectorAll('.scroll th.figure, .scroll tfoot td:first-child')].map(
          (cell) => {
            const box = cell.getBoundingClientRect();
            const frame = cell.closest('.scroll')?.getBoundingClientRect();
            const isSeen =
              frame &&
              box.right <= frame.right + 1 &&
              box.bottom <= Math.min(frame.bottom, innerHeight) + 1;
            return [cell.textContent?.trim() ?? '', Boolean(isSeen)] as const;
          },
        ),
      );
      seen += out.length;
      hidden.push(...out.filter(([, isSeen]) => !isSeen).map(([words]) => `${href}: ${words}`));
    }
    expect(seen).toBeGreaterThan(12);
    expect(hidden).toEqual([]);
    await context.close();
  },
  240_000,
);
