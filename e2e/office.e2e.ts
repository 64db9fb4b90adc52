/// <reference lib="dom" />
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import readExcel from 'read-excel-file/node';
import { accessibilityFindings } from './kit/accessibility.js';
import { openWindow, startBrowser, type Locale } from './kit/browser.js';
import { asOwner, signIn } from './kit/counter.js';
import { settled } from './kit/settled.js';
import { startSystem, type System } from './kit/system.js';

let system: System;
let browser: Browser;
let stopBrowser: () => Promise<void>;
let folder: string;

beforeAll(async () => {
  system = await startSystem(process.env.SHUKE_TEST_SERVER ?? '');
  ({ browser, stop: stopBrowser } = await startBrowser());
  folder = await mkdtemp(path.join(tmpdir(), 'shuke-downloads-'));
}, 180_000);

afterAll(async () => {
  await stopBrowser?.();
  await system?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const PAGES = [
  'overview',
  'members',
  'members/1',
  'cards',
  'levels',
  'products',
  'stock',
  'sales',
  'sales/20000',
  'reports',
  'reports/consumption-detail',
  'exports',
  'messages',
  'stores',
  'staff',
  'settings',
  'books',
  'audit',
];

async function open(page: Page, where: string): Promise<void> {
  await page.goto(`/office/${where}`);
  await page.locator('h1').first().waitFor();
  await settled(page);
}

describe.each<[Locale, 'light' | 'dark']>([
  ['zh-CN', 'light'],
  ['en', 'dark'],
])('head office (%s, %s)', (locale, theme) => {
  let page: Page;
  let complaints: string[];
  const export_ = locale === 'en' ? /Export Excel/ : /导出 Excel/;

  beforeAll(async () => {
    ({ page, complaints } = await openWindow(browser, system.baseUrl, { locale, theme }));
    await signIn(page, 'head');
  }, 60_000);
  afterAll(() => page.context().close());

  it.each(PAGES)('shows %s, readable by everybody', async (where) => {
    await open(page, where);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(20);
  });

  it('reads the consumption detail over all stores, opens a sale to its lines and filters to one store', async () => {
    // The report opens with this month, and on its first morning nothing is sold yet.
    const period = await asOwner(system.ownerUrl, async (client) => {
      const { rows } = await client.query<{ query: string }>(
        `SELECT format('from=%s&to=%s', max(business_date) - 9, max(business_date)) AS query FROM sale`,
      );
      return rows[0]?.query ?? '';
    });
    await open(page, `reports/consumption-detail?${period}`);
    await page.locator('tbody tr').first().waitFor();
    const stores = new Set(
      await page
        .locator('tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => /([A-Z]{2})-\d{8}/.exec(row.textContent ?? '')?.[1] ?? ''),
        ),
    );
    expect(stores.size).toBeGreaterThan(2);
    await page.locator('tbody tr button[aria-expanded]').first().click();
    await page.locator('tbody tr tbody tr, tbody .detail').first().waitFor();
    await page.goto(`/office/reports/consumption-detail?${period}&storeIds=3`);
    await page.locator('tbody tr').first().waitFor();
    const after = new Set(
      await page
        .locator('tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => /([A-Z]{2})-\d{8}/.exec(row.textContent ?? '')?.[1] ?? 'BJ'),
        ),
    );
    expect([...after]).toEqual(['BJ']);
  });

  it('reads a discount as people type it, and asks about what is hardly meant', async () => {
    await open(page, 'levels');
    await page.locator('tbody tr').nth(1).getByRole('button').click();
    const dialog = page.getByRole('dialog');
    const rate = dialog.locator('[data-field="payRateBps"] input').first();
    const save = dialog.locator('button[type="submit"]');
    for (const typed of ['9.5', '95', '0.95']) {
      await rate.fill(typed);
      await dialog.getByText('95.00').waitFor();
    }
    await rate.fill('9,5');
    await dialog.locator('.el-form-item__error').waitFor();
    expect(await save.isDisabled()).toBe(true);
    await rate.fill('1');
    await dialog.getByRole('radio').first().check();
    expect(await save.isDisabled()).toBe(true);
    await dialog.getByRole('checkbox').check();
    expect(await save.isDisabled()).toBe(false);
    expect(await accessibilityFindings(page)).toEqual([]);
    // What was typed is not lost by one Esc.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('downloads it as a real workbook, made by a job, with the same sums', async () => {
    const today = await asOwner(system.ownerUrl, async (client) => {
      // Voided sales have their rows too; the totals leave them out.
      const { rows } = await client.query<{ on_date: string; sales: string; due: string }>(
        `SELECT to_char(business_date, 'YYYY-MM-DD') AS on_date, count(*) AS sales, sum(due_cents) FILTER (WHERE voided_at IS NULL) AS due FROM sale GROUP BY business_date ORDER BY business_date DESC OFFSET 3 LIMIT 1`,
      );
      return rows[0];
    });
    await page.goto(
      `/office/reports/consumption-detail?from=${today?.on_date}&to=${today?.on_date}`,
    );
    await page.locator('tbody tr').first().waitFor();
    await page.getByRole('button', { name: export_ }).click();
    const link = page.locator('a[download]').first();
    await link.waitFor({ timeout: 40_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const file = path.join(folder, `${locale}.xlsx`);
    await download.saveAs(file);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    const rows = (await readExcel(file)) as unknown as unknown[][] | { data: unknown[][] }[];
    const cells = (
      Array.isArray(rows[0]) ? rows : (rows as { data: unknown[][] }[]).flatMap(({ data }) => data)
    ) as unknown[][];
    const sales = cells.filter((row) =>
      row.some((cell) => typeof cell === 'string' && /^[A-Z]{2}-\d{8}-\d{4,}$/.test(cell)),
    );
    expect(sales.length).toBe(Number(today?.sales));
    const dueYuan = Number(today?.due) / 100;
    const totals = cells.at(-1) ?? [];
    expect(
      totals.some((cell) => typeof cell === 'number' && Math.abs(cell - dueYuan) < 0.001),
    ).toBe(true);
  });

  it('verifies the books from the screen', async () => {
    await open(page, 'books');
    await page.locator('main button').first().click();
    await page.locator('main table').first().waitFor({ timeout: 30_000 });
    expect(await page.locator('main').innerText()).not.toMatch(/ledger\.[a-z_]+ .*≠/);
    const { rows } = await asOwner(system.ownerUrl, (client) =>
      client.query('SELECT findings FROM books_verification ORDER BY id DESC LIMIT 1'),
    );
    expect(rows[0]?.findings).toEqual([]);
  });

  it('has nothing to complain about on the console', () => {
    expect(complaints).toEqual([]);
  });
});

describe('a branch manager', () => {
  it('sees the sales of their own stores only', async () => {
    const { page, context } = await openWindow(browser, system.baseUrl, {});
    await signIn(page, 'manager');
    await open(page, 'sales');
    await page.locator('tbody tr').first().waitFor();
    const stores = new Set(
      await page
        .locator('tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => /([A-Z]{2})-\d{8}/.exec(row.textContent ?? '')?.[1] ?? ''),
        ),
    );
    expect([...stores].every((store) => ['RM', 'BJ'].includes(store))).toBe(true);
    await page.goto('/office/settings');
    await settled(page);
    expect(await page.getByRole('link', { name: /设置/ }).count()).toBe(0);
    await context.close();
  });
});
