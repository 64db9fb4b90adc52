/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { createDataSource, Db } from '#kernel';
import { verifyBooks } from '#ledger';
import { accessibilityFindings, type Locale, openWindow, startBrowser } from './kit/browser.js';
import { asOwner, barcodeOf, openDesk, scan } from './kit/counter.js';
import { startSystem, type System } from './kit/system.js';

let system: System;
let browser: Browser;
let stopBrowser: () => Promise<void>;
let cardNo = '';

beforeAll(async () => {
  system = await startSystem(process.env.SHUKE_TEST_SERVER ?? '');
  ({ browser, stop: stopBrowser } = await startBrowser());
  cardNo = await asOwner(system.ownerUrl, async (client) => {
    const { rows } = await client.query<{ cardNo: string }>(
      `SELECT c.card_no AS "cardNo" FROM card c JOIN store s ON s.id = c.store_id AND s.code = 'RM'
         JOIN member m ON m.id = c.member_id AND m.status = 'active'
         JOIN ledger.account a ON a.kind = 'principal' AND a.owner_id = c.wallet_id AND a.balance > 10000
        WHERE c.status = 'active' AND m.pin_hash IS NOT NULL ORDER BY c.id LIMIT 1`,
    );
    return rows[0]?.cardNo ?? '';
  });
}, 180_000);

afterAll(async () => {
  await stopBrowser?.();
  await system?.stop();
}, 60_000);

const menu = '#member-acts';
const options = (page: Page) => page.locator(`${menu} [role=option]`);
const dialogs = (page: Page) => page.locator('[role=dialog]:visible');

async function openMenu(page: Page): Promise<void> {
  await page.keyboard.press('Alt+KeyK');
  await options(page).first().waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
}

/** The dialog of an act has the keyboard: what is typed lands inside. */
async function untilItsDialogHasTheKeyboard(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { activeElement } = document;
    const inside = activeElement?.closest('[role=dialog]');
    return Boolean(inside && !inside.querySelector('#member-acts') && activeElement !== inside);
  });
}

const noDialog = () =>
  [...document.querySelectorAll<HTMLElement>('[role=dialog]')].every(
    (each) => !each.checkVisibility({ visibilityProperty: true }),
  );

/** Esc closes what is open inside the dialog first, a list for example. */
async function leave(page: Page): Promise<void> {
  for (let presses = 1; ; presses += 1) {
    await page.keyboard.press('Escape');
    try {
      await page.waitForFunction(noDialog, undefined, { timeout: 3_000 });
      return;
    } catch (error) {
      if (presses === 3) throw error;
    }
  }
}

describe.each<[Locale, RegExp]>([
  ['zh-CN', /\p{Script=Han}/u],
  ['en', /^[A-Z][\w\s,.’'–-]+$/],
])('what is done for a member is chosen without the mouse (%s)', (locale, ofThisLanguage) => {
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    ({ page, complaints } = await openWindow(browser, system.baseUrl, { locale }));
    await openDesk(page);
    await scan(page, cardNo);
    await page.locator('section.who').getByText(cardNo.slice(-4)).first().waitFor();
  }, 60_000);
  afterAll(() => page.context().close());

  it('shows every act in its own words, and nothing that axe would object to', async () => {
    await openMenu(page);
    const texts = await page.locator(`${menu} [role=option] > span:first-child`).allInnerTexts();
    expect(await options(page).count()).toBeGreaterThan(8);
    for (const text of texts) expect(text).toMatch(ofThisLanguage);
    expect(await accessibilityFindings(page)).toEqual([]);
    await leave(page);
  });

  it('finds an act by some of its letters, and says when there is none', async () => {
    await openMenu(page);
    const last = (await options(page).last().locator('span').first().innerText()).slice(0, 4);
    await page.keyboard.insertText('zzz');
    await options(page).first().waitFor({ state: 'detached' });
    for (let letter = 0; letter < 3; letter += 1) await page.keyboard.press('Backspace');
    await page.keyboard.insertText(last);
    await options(page).first().getByText(last).waitFor();
    await page.keyboard.press('Enter');
    await untilItsDialogHasTheKeyboard(page);
    await leave(page);
  });

  it('goes round with the arrows, and takes a digit for the first nine', async () => {
    await openMenu(page);
    const chosen = () => page.locator(`${menu} [aria-selected=true]`).getAttribute('id');
    const count = await options(page).count();
    await page.keyboard.press('ArrowUp');
    expect(await chosen()).toBe(`act-${count - 1}`);
    await page.keyboard.press('ArrowDown');
    expect(await chosen()).toBe('act-0');
    await page.keyboard.press('Digit2');
    await untilItsDialogHasTheKeyboard(page);
    await leave(page);
  });

  it('opens every act with the focus in its dialog, and Esc leaves it without a trace', async () => {
    await openMenu(page);
    const count = await options(page).count();
    await leave(page);
    for (let index = 0; index < count; index += 1) {
      await openMenu(page);
      for (let step = 0; step < index; step += 1) await page.keyboard.press('ArrowDown');
      const label = await page.locator(`${menu} [aria-selected=true] span`).first().innerText();
      await page.keyboard.press('Enter');
      await untilItsDialogHasTheKeyboard(page).catch(() => {
        throw new Error(`${label}: its dialog does not take the keyboard`);
      });
      await leave(page).catch(() => {
        throw new Error(`${label}: Esc does not leave its dialog`);
      });
    }
    expect(await dialogs(page).count()).toBe(0);
  }, 120_000);

  it('is back at the till afterwards: the next scan is in the cart', async () => {
    await scan(page, await barcodeOf(system.ownerUrl, '海盐焦糖拿铁 大杯'));
    await page.locator('.cart tbody tr').first().waitFor();
    expect(complaints).toEqual([]);
  });
});

it('nothing was booked by looking', async () => {
  const dataSource = await createDataSource(system.ownerUrl, 2).initialize();
  try {
    const { findings } = await new Db(dataSource).read((sql) => verifyBooks(sql));
    expect(findings).toEqual([]);
  } finally {
    await dataSource.destroy();
  }
});
