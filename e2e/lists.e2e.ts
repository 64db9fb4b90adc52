/// <reference lib="dom" />
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import readExcel, { readSheet } from 'read-excel-file/node';
import { findingsOfBooks } from './kit/books.js';
import { accessibilityFindings } from './kit/accessibility.js';
import { openWindow, startBrowser, type Locale } from './kit/browser.js';
import { asOwner, signIn } from './kit/counter.js';
import { settled } from './kit/settled.js';
import { startSystem, type System } from './kit/system.js';
import { WORDS } from './lists/list-words.js';

let system: System;
let browser: Browser;
let stopBrowser: () => Promise<void>;
let folder: string;

beforeAll(async () => {
  system = await startSystem(process.env.SHUKE_TEST_SERVER ?? '');
  ({ browser, stop: stopBrowser } = await startBrowser());
  folder = await mkdtemp(path.join(tmpdir(), 'shuke-lists-'));
  await asOwner(system.ownerUrl, (client) =>
    client.query(
      "INSERT INTO tag (name, color) VALUES ('列表甲', 'blue'), ('列表乙', 'green') ON CONFLICT DO NOTHING",
    ),
  );
}, 180_000);

afterAll(async () => {
  await stopBrowser?.();
  await system?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const heads = async (page: Page): Promise<string[]> =>
  (await page.locator('thead th').allInnerTexts()).map((text) => text.trim()).filter(Boolean);
const rowsShown = (page: Page) => page.locator('tbody tr');

async function openList(page: Page, list = 'members'): Promise<void> {
  await page.goto(`/office/${list}`);
  await rowsShown(page).first().waitFor();
  await settled(page);
}

/** What the file says that the list was exported to. */
async function exported(page: Page, button: string, link: string): Promise<string> {
  await page.getByRole('button', { name: button }).click();
  const download = page.getByRole('link', { name: link, exact: true });
  await download.waitFor({ timeout: 20_000 });
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
  const target = path.join(folder, file.suggestedFilename());
  await file.saveAs(target);
  return target;
}

describe.each<[Locale, 'light' | 'dark', string]>([
  ['zh-CN', 'light', '列表甲'],
  ['en', 'dark', '列表乙'],
])('the list of members (%s, %s)', (locale, theme, tag) => {
  const words = WORDS[locale];
  const view = locale === 'en' ? 'Gold by last visit' : '金卡按最近消费';
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    ({ page, complaints } = await openWindow(browser, system.baseUrl, { locale, theme }));
    await signIn(page, 'head');
    await openList(page);
  }, 60_000);
  afterAll(() => page.context().close());

  it('has its columns put in order and made wider with the keyboard, and keeps both on the server', async () => {
    await page.getByRole('button', { name: words.columns, exact: true }).click();
    const up = page.getByRole('button', { name: words.up });
    await up.focus();
    const before = (await heads(page)).indexOf(words.lastVisit);
    for (let step = before; step > 1; step -= 1) await page.keyboard.press('Enter');
    expect((await heads(page)).indexOf(words.lastVisit)).toBe(1);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const edge = page.getByRole('separator', { name: words.width });
    await edge.focus();
    const width = () =>
      page
        .locator('thead th')
        .nth(1)
        .evaluate((head) => head.clientWidth);
    const narrow = await width();
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
    // What was changed last is saved a moment later.
    await page.waitForResponse(
      (answer) =>
        answer.request().method() === 'PUT' &&
        answer.request().postData()?.includes('"width"') === true,
    );
    expect(await width()).toBeGreaterThan(narrow + 40);
    await settled(page);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await rowsShown(page).first().waitFor();
    await page.waitForFunction(
      (text) => document.querySelectorAll('thead th')[2]?.textContent?.includes(text),
      words.lastVisit,
    );
    expect(await width()).toBeGreaterThan(narrow + 40);
  });

  it('is drawn wider with the mouse', async () => {
    const edge = page.getByRole('separator', { name: words.width });
    const box = await edge.boundingBox();
    const before = await page
      .locator('thead th')
      .nth(1)
      .evaluate((head) => head.clientWidth);
    await page.mouse.move((box?.x ?? 0) + 4, (box?.y ?? 0) + 8);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 64, (box?.y ?? 0) + 8, { steps: 4 });
    await page.mouse.up();
    const after = await page
      .locator('thead th')
      .nth(1)
      .evaluate((head) => head.clientWidth);
    expect(after).toBeGreaterThan(before + 40);
  });

  it('keeps filters and columns as a view for everybody, which another person opens', async () => {
    // Not the star beside the page in the menu.
    await page.locator('#content').getByRole('button', { name: words.level }).first().click();
    await page.getByRole('checkbox', { name: '金卡' }).check();
    await page.keyboard.press('Escape');
    await page.waitForURL(/levelId=/);
    await page.locator('button.views').click();
    await page.getByPlaceholder(words.name).fill(view);
    await page.getByRole('checkbox', { name: words.share }).check();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.waitForURL(/view=\d+/);
    const other = await openWindow(browser, system.baseUrl, { locale, theme });
    await signIn(other.page, 'manager');
    await openList(other.page);
    await other.page.locator('button.views').click();
    await other.page.getByRole('button', { name: new RegExp(`^${view}`) }).click();
    await other.page.waitForURL(/levelId=/);
    await other.page.waitForFunction(
      (text) => document.querySelectorAll('thead th')[2]?.textContent?.includes(text),
      words.lastVisit,
    );
    await other.page.waitForFunction((level) => {
      const shown = [...document.querySelectorAll<HTMLElement>('tbody tr td:nth-child(5)')];
      return shown.length > 0 && shown.every(({ innerText }) => innerText.trim() === level);
    }, '金卡');
    await other.page.context().close();
  });

  it('goes away as a file: these filters, these columns, this order', async () => {
    const file = await exported(page, words.csv, words.download);
    const [head, ...lines] = (await readFile(file, 'utf8')).trim().split('\r\n');
    const columns = await heads(page);
    expect(head?.replace('\uFEFF', '').split(',')).toEqual(columns);
    const level = columns.indexOf(words.level);
    const cells = lines.slice(0, -1).map((line) => line.split(','));
    expect(new Set(cells.map((row) => row[level]))).toEqual(new Set(['金卡']));
    expect(cells[0]?.[0]).toBe((await page.locator('tbody tr td a').first().innerText()).trim());
  });

  it('tags those chosen, then all that the filters leave', async () => {
    await page.locator('tbody input[type=checkbox]').nth(0).check();
    await page.locator('tbody input[type=checkbox]').nth(1).check();
    await page.getByRole('button', { name: words.tagThem }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: tag }).first().check();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    const tagged = async () =>
      asOwner(system.ownerUrl, async (client) => {
        const { rows } = await client.query<{ count: number }>(
          'SELECT count(*)::int AS count FROM member_tag x JOIN tag t ON t.id = x.tag_id WHERE t.name = $1',
          [tag],
        );
        return rows[0]?.count;
      });
    expect(await tagged()).toBe(2);
    await page.locator('tbody tr').first().getByText(tag).waitFor();
    await page.locator('thead input[type=checkbox]').check();
    await page.getByRole('button', { name: words.all }).click();
    // A message goes to those chosen one by one; for all of them there are segments.
    await page.locator('.bulk').getByRole('link', { name: words.atMost }).waitFor();
    expect(await page.getByRole('link', { name: words.message }).count()).toBe(0);
    await page.getByRole('button', { name: words.tagThem }).click();
    await dialog.getByRole('checkbox', { name: tag }).first().check();
    await dialog.getByRole('button', { name: words.tagThem }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await tagged()).toBeGreaterThan(50);
  });

  it('leads from those chosen to a message for them', async () => {
    await openList(page);
    await page.locator('tbody input[type=checkbox]').nth(0).check();
    await page.locator('tbody input[type=checkbox]').nth(1).check();
    await page.getByRole('link', { name: words.message }).press('Enter');
    await page.waitForURL(/campaigns\/new\?members=\d+,\d+$/);
    await page.getByText(words.chosen).waitFor();
  });

  it('has its own columns again when they are reset', async () => {
    await openList(page);
    await page.getByRole('button', { name: words.columns, exact: true }).click();
    await page.getByRole('button', { name: words.reset }).click();
    await page.keyboard.press('Escape');
    expect((await heads(page)).indexOf(words.lastVisit)).toBeGreaterThan(5);
  });

  it('ends without a complaint of the browser', () => expect(complaints).toEqual([]));
});

describe('lists of money', () => {
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    ({ page, complaints } = await openWindow(browser, system.baseUrl, { locale: 'zh-CN' }));
    await signIn(page, 'head');
  }, 60_000);
  afterAll(() => page.context().close());

  /** A workbook under its titles: the rows that count, those that don't, and the last line. */
  async function workbook(list: string) {
    await openList(page, list);
    const sheet = await readSheet(await exported(page, '导出 Excel', '下载'));
    const head = sheet.findIndex((cells) => cells.includes('小票号'));
    const titles = (sheet[head] ?? []).map(String);
    const named = sheet
      .slice(head + 1)
      .map((cells) => Object.fromEntries(titles.map((title, index) => [title, cells[index]])));
    const totals = named.pop() ?? {};
    const counting = named.filter((row) => row['已撤销'] !== '是');
    const sumOf = (title: string) =>
      counting.reduce((sum, row) => sum + Number(row[title] ?? 0), 0).toFixed(2);
    const sums = (...of: string[]) => of.map((title) => sumOf(title));
    const said = (...of: string[]) => of.map((title) => Number(totals[title]).toFixed(2));
    return { titles, rows: named.length, reversed: named.length - counting.length, sums, said };
  }
  const foot = async () => (await page.locator('tfoot').innerText()).replace(/,/g, '');

  it('payouts go away with the sums of the screen; what was reversed is marked, and counts in none', async () => {
    const file = await workbook('payouts');
    const columns = ['本金', '付款', '赠送作废'];
    expect(file.reversed).toBeGreaterThan(0);
    expect(file.said(...columns)).toEqual(file.sums(...columns));
    const shown = await foot();
    for (const sum of file.sums(...columns)) expect(shown).toContain(sum);
    expect(shown).toContain(`${file.rows} `);
  });

  it('top-ups too, as they are filtered', async () => {
    const file = await workbook('top-ups?tender=wechat');
    expect(file.said('实收', '赠送')).toEqual(file.sums('实收', '赠送'));
    const shown = await foot();
    for (const sum of file.sums('实收', '赠送')) expect(shown).toContain(sum);
  });

  it('adjustments have a column for each unit', async () => {
    const { titles } = await workbook('adjustments');
    const [first, ...rest] = ['本金', '赠送', '积分', '调整后本金', '调整后赠送', '调整后积分'];
    const at = titles.indexOf(first ?? '');
    expect(titles.slice(at + 1, at + 6)).toEqual(rest);
  });

  it('end without a complaint of the browser', () => expect(complaints).toEqual([]));
});

describe('the list of cards', () => {
  it('goes away as a workbook, in the words of the screen; the books are as they were', async () => {
    const { page } = await openWindow(browser, system.baseUrl, { locale: 'zh-CN' });
    await signIn(page, 'head');
    await openList(page, 'cards?status=lost');
    const file = await exported(page, '导出 Excel', '下载');
    const rows = await readExcel(file);
    expect(JSON.stringify(rows)).toContain('已挂失');
    expect(JSON.stringify(rows)).not.toContain('正常');
    await page.context().close();
    expect(await findingsOfBooks(system.ownerUrl)).toEqual([]);
  });
});
