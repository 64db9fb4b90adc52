/// <reference lib="dom" />
import type { Browser, Locator, Page } from 'playwright-core';
import { findingsOfBooks } from './kit/books.js';
import { accessibilityFindings } from './kit/accessibility.js';
import { type Locale, openWindow, startBrowser } from './kit/browser.js';
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

/** The key that an act's row names. */
async function keyOf(row: Locator): Promise<string> {
  const letter = await row.locator('kbd').innerText();
  return `Alt+${/\d/.test(letter) ? 'Digit' : 'Key'}${letter}`;
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
    const texts = await page.locator(`${menu} .act > span`).allInnerTexts();
    expect(await options(page).count()).toBeGreaterThan(8);
    for (const text of texts) expect(text).toMatch(ofThisLanguage);
    expect(await accessibilityFindings(page)).toEqual([]);
    await leave(page);
  });

  it('finds an act by some of its letters, and says when there is none', async () => {
    await openMenu(page);
    const last = (await options(page).last().locator('.act > span').innerText()).slice(0, 4);
    await page.keyboard.insertText('zzz');
    await options(page).first().waitFor({ state: 'detached' });
    for (let letter = 0; letter < 3; letter += 1) await page.keyboard.press('Backspace');
    await page.keyboard.insertText(last);
    await options(page).first().getByText(last).waitFor();
    await page.keyboard.press('Enter');
    await untilItsDialogHasTheKeyboard(page);
    await leave(page);
  });

  it('goes round with the arrows', async () => {
    await openMenu(page);
    const chosen = () => page.locator(`${menu} [aria-selected=true]`).getAttribute('id');
    const count = await options(page).count();
    const first = await chosen();
    for (let step = 0; step < count; step += 1) {
      await page.keyboard.press('ArrowDown');
      if (step < count - 1) expect(await chosen()).not.toBe(first);
    }
    expect(await chosen()).toBe(first);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    expect(await chosen()).toBe(first);
    await leave(page);
  });

  it('takes a letter and Enter, or the pinyin as fast as one types', async () => {
    for (const typed of ['b', 'huiyuanma']) {
      await openMenu(page);
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
      await untilItsDialogHasTheKeyboard(page);
      await leave(page);
    }
  });

  it('says why something can’t be done now, and does not do it', async () => {
    await openMenu(page);
    const off = page.locator(`${menu} [aria-disabled=true]`);
    const count = await off.count();
    expect(count).toBeGreaterThan(0);
    expect(await off.locator('small').count()).toBe(count);
    await page.keyboard.press(await keyOf(off.first()));
    await page.keyboard.type(await off.first().locator('kbd').innerText());
    await page.keyboard.press('Enter');
    expect(await options(page).first().isVisible()).toBe(true);
    expect(await dialogs(page).count()).toBe(1);
    await leave(page);
  });

  it('opens every act by its letter with the focus in its dialog, and Esc leaves it without a trace', async () => {
    await openMenu(page);
    const able = page.locator(`${menu} [role=option]:not([aria-disabled=true])`);
    const keys = [];
    for (const row of await able.all()) keys.push(await keyOf(row));
    await leave(page);
    expect(keys.length).toBeGreaterThan(8);
    for (const key of keys) {
      await openMenu(page);
      await page.keyboard.press(key);
      await untilItsDialogHasTheKeyboard(page).catch(() => {
        throw new Error(`${key}: its dialog does not take the keyboard`);
      });
      await leave(page).catch(() => {
        throw new Error(`${key}: Esc does not leave its dialog`);
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
  expect(await findingsOfBooks(system.ownerUrl)).toEqual([]);
});
