/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { openWindow, PHONE, startBrowser } from './kit/browser.js';
import { asOwner, chooseAct, openDesk, serve, signIn } from './kit/counter.js';
import { goOn, menuOf, open, sideways, withTabs } from './kit/menu.js';
import { settled } from './kit/settled.js';
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

const LOW = [
  ['1366×625', { width: 1366, height: 625 }],
  ['125 % of 1366×768', { width: 1093, height: 614 }],
] as const;

/** What is out of sight on the open page, by its words; and how many heads and sums had to be seen. */
async function outOfList(page: Page): Promise<{ seen: number; hidden: string[] }> {
  const cells = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '.scroll th.figure, .scroll th.acts, .scroll tfoot td:first-child',
      ),
    ].map((cell) => {
      const box = cell.getBoundingClientRect();
      const frame = cell.closest('.scroll')?.getBoundingClientRect();
      const isSeen =
        frame &&
        box.right <= frame.right + 1 &&
        box.bottom <= Math.min(frame.bottom, innerHeight) + 1;
      return [cell.textContent?.trim() ?? '', Boolean(isSeen)] as const;
    }),
  );
  const hidden = cells.filter(([, isSeen]) => !isSeen).map(([words]) => words);
  const marked = await page.locator('.side nav [aria-current=page]').evaluate((entry) => {
    const [box, menu] = [entry, entry.closest('nav')].map((one) => one?.getBoundingClientRect());
    return Boolean(box && menu && box.top >= menu.top - 1 && box.bottom <= menu.bottom + 1);
  });
  if (!marked) hidden.push('its place in the menu');
  const wide = await sideways(page);
  if (wide > 0) hidden.push(`${wide} wider than the window`);
  return { seen: cells.length, hidden };
}

describe('every page of the menu, loaded from its address', () => {
  const onPhone: string[] = [];
  const low = LOW.map(() => ({ seen: 0, hidden: [] as string[] }));
  let pages = 0;

  // A page is loaded once and then looked at in every size: to load it costs more than all looks.
  beforeAll(async () => {
    const { page, context } = await openWindow(browser, system.baseUrl, { viewport: PHONE });
    const menu = await menuOf(page);
    pages = menu.length;
    for (const href of menu) {
      await open(page, href);
      await withTabs(page, menu);
      const wide = await sideways(page);
      if (wide > 0) onPhone.push(`${href}: ${wide}`);
      for (const [index, [, viewport]] of LOW.entries()) {
        await page.setViewportSize(viewport);
        await settled(page);
        const { seen, hidden } = await outOfList(page);
        low[index]!.seen += seen;
        low[index]!.hidden.push(...hidden.map((words) => `${href}: ${words}`));
      }
      await page.setViewportSize(PHONE);
    }
    await context.close();
  }, 300_000);

  it('on a phone no page scrolls sideways (zh-CN, light)', () => {
    expect(pages).toBeGreaterThan(20);
    expect(onPhone).toEqual([]);
  });

  it.each(LOW.map(([name], index) => [name, index] as const))(
    'the figures, sums and actions of every list are in sight at %s',
    (_name, index) => {
      expect(low[index]?.seen).toBeGreaterThan(12);
      expect(low[index]?.hidden).toEqual([]);
    },
  );
});

it('on a phone no page scrolls sideways (en, dark), from one to the next', async () => {
  const { page, context } = await openWindow(browser, system.baseUrl, {
    ...{ locale: 'en', theme: 'dark', viewport: PHONE },
  });
  const menu = await menuOf(page);
  expect(menu.length).toBeGreaterThan(20);
  const wide: string[] = [];
  await open(page, menu[0] ?? '');
  for (const href of menu) {
    if (href !== menu[0]) await goOn(page, href);
    await withTabs(page, menu);
    const by = await sideways(page);
    if (by > 0) wide.push(`${href}: ${by}`);
  }
  expect(wide).toEqual([]);
  await context.close();
}, 240_000);

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

it('the page of a member fits 125 %, and its menu of actions stays inside a low window', async () => {
  const { page, context } = await openWindow(browser, system.baseUrl, {
    viewport: { width: 1093, height: 360 },
  });
  await signIn(page, 'head');
  await open(page, '/office/members/1');
  await page.getByRole('button', { name: '办理业务' }).click();
  const last = page.getByRole('menuitem').last();
  await last.waitFor();
  await last.scrollIntoViewIfNeeded();
  const menu = await page.locator('.el-dropdown__popper').evaluate((popper) => {
    const { top, bottom } = popper.getBoundingClientRect();
    return { isInside: top >= 0 && bottom <= innerHeight, down: scrollY };
  });
  expect(menu).toEqual({ isInside: true, down: 0 });
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await context.close();
}, 60_000);

/** The words of what is out of sight, of everything that has to be there at once. */
async function outOfSight(page: Page, selector: string): Promise<string[]> {
  // Dialogs that were closed stand in the page, hidden.
  const parts = page.locator(selector).filter({ visible: true });
  await parts.first().waitFor();
  return parts.evaluateAll((all) =>
    all
      .filter((each) => {
        const { left, right, top, bottom } = each.getBoundingClientRect();
        const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return top < 0 || bottom > innerHeight || !found || !each.contains(found);
      })
      .map((each) => each.textContent?.trim() ?? ''),
  );
}

/** Money of both kinds, the only card of the wallet, nothing owed: every act of money can be begun. */
const SAVER = `SELECT m.id::int, m.phone, coalesce(m.name, m.nickname) AS name FROM member m
   JOIN wallet w ON w.member_id = m.id
   JOIN ledger.account p ON p.kind = 'principal' AND p.owner_id = w.id AND p.balance BETWEEN 80000 AND 400000
   JOIN ledger.account b ON b.kind = 'bonus' AND b.owner_id = w.id AND b.balance > 1000
  WHERE m.status = 'active' AND m.phone IS NOT NULL AND m.home_store_id = 2
    AND (SELECT count(*) FROM card c WHERE c.wallet_id = w.id AND c.status IN ('active', 'lost')) = 1
    AND (SELECT count(*) FROM card c WHERE c.member_id = m.id AND c.status = 'active') = 1
  ORDER BY m.id DESC LIMIT 1`;
const FAMILY = `SELECT w.member_id::int AS id FROM card c JOIN wallet w ON w.id = c.wallet_id
  WHERE c.member_id <> w.member_id ORDER BY c.id LIMIT 1`;
const one = <Row>(text: string): Promise<Row> =>
  asOwner(system.ownerUrl, async (client) => (await client.query(text)).rows[0] as Row);

describe.each([
  ['zh-CN', [{ width: 1093, height: 500 }]],
  ['en', [{ width: 1366, height: 625 }, { width: 1366, height: 768 }, PHONE]],
] as const)('the page of an owner of family cards (%s)', (locale, viewports) => {
  let page: Page;
  beforeAll(async () => {
    const { id } = await one<{ id: number }>(FAMILY);
    ({ page } = await openWindow(browser, system.baseUrl, { locale, viewport: viewports[0] }));
    await signIn(page, 'head');
    await open(page, `/office/members/${id}`);
  }, 60_000);
  afterAll(() => page.context().close());

  it.each(viewports)('is not wider than its window (%j)', async (viewport) => {
    await page.setViewportSize(viewport);
    const wide: string[] = [];
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await settled(page);
      if ((await sideways(page)) > 0) wide.push(await tab.innerText());
    }
    expect(wide).toEqual([]);
  });
});

it.each([
  ['1093×500', { width: 1093, height: 500 }],
  ['1366×625', { width: 1366, height: 625 }],
])(
  'how money is taken or paid, and the button, are in sight in every dialog at %s',
  async (_name, viewport) => {
    const { page, context } = await openWindow(browser, system.baseUrl, { viewport });
    const who = await one<{ phone: string; name: string }>(SAVER);
    await openDesk(page);
    const hidden: string[] = [];
    for (const act of ['充值', '取款', '退款', '退卡']) {
      await serve(page, who);
      if (act === '充值') await page.keyboard.press('F8');
      else await chooseAct(page, act);
      const inDialog = '[role=dialog] [data-field=tender] button';
      await page.locator(inDialog).filter({ visible: true }).first().waitFor();
      await settled(page);
      for (const part of [inDialog, '[role=dialog] .el-dialog__footer button'])
        hidden.push(...(await outOfSight(page, part)).map((words) => `${act}: ${words}`));
      if ((await sideways(page)) > 0) hidden.push(`${act}: wider than the window`);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').first().waitFor({ state: 'hidden' });
    }
    expect(hidden).toEqual([]);
    await context.close();
  },
  120_000,
);

it('on a phone what can be done for a member is in sight while nothing is to be paid', async () => {
  const { page, context } = await openWindow(browser, system.baseUrl, { viewport: PHONE });
  await openDesk(page);
  expect(await outOfSight(page, 'section.who .acts button')).toEqual([]);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await context.close();
}, 60_000);
