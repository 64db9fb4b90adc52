/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { findingsOfBooks } from './kit/books.js';
import { accessibilityFindings } from './kit/accessibility.js';
import { type Locale } from './kit/browser.js';
import { serve } from './kit/counter.js';
import {
  DeskTrials,
  inDialog,
  lines,
  said,
  scanGoods,
  setQuantity,
  sold,
} from './kit/desk-trials.js';
import { fill, scan } from './kit/keyboard.js';

let trials: DeskTrials;
beforeAll(async () => {
  trials = await DeskTrials.start(process.env.SHUKE_TEST_SERVER ?? '');
}, 180_000);
afterAll(() => trials?.stop(), 60_000);

interface Saver {
  id: number;
  phone: string;
  name: string;
}
const savers = () =>
  trials.rows<Saver>(
    `SELECT m.id::int, m.phone, coalesce(m.name, m.nickname) AS name FROM member m JOIN wallet w ON w.member_id = m.id
       JOIN ledger.account p ON p.kind = 'principal' AND p.owner_id = w.id AND p.balance BETWEEN 80000 AND 400000
       JOIN ledger.account b ON b.kind = 'bonus' AND b.owner_id = w.id AND b.balance > 1000
      WHERE m.status = 'active' AND m.phone IS NOT NULL AND m.home_store_id = 2
        AND (SELECT count(*) FROM card c WHERE c.member_id = m.id AND c.status = 'active') = 1
      ORDER BY m.id DESC LIMIT 2`,
  );
const standing = (saver: Saver, goodsId: number) =>
  trials.rows(
    `SELECT a.kind, a.balance::int, a.debt::int, a.value_cents::int AS value FROM ledger.account a
      WHERE a.kind IN ('principal', 'bonus') AND a.owner_id = (SELECT id FROM wallet WHERE member_id = $1)
         OR a.kind = 'points' AND a.owner_id = $1 OR a.kind = 'stock' AND a.unit = 'G:' || $2::bigint AND a.owner_id = 2 ORDER BY 1`,
    [saver.id, goodsId],
  );
const dialog = (page: Page) => page.getByRole('dialog').last();
const inFocus = (page: Page, selector: string) =>
  page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);

/** By the keys alone: the receipt, a piece of its only line, why, and the slip. */
async function returnOne(page: Page, receiptNo: string): Promise<string> {
  await page.keyboard.press('Alt+KeyR');
  await inFocus(page, '[role=dialog] .filter');
  await scan(page, receiptNo);
  await inFocus(page, '[role=dialog] .lines input');
  await fill(page, '1');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('不喜欢');
  // Those of what was typed; before that they stood for all that is left.
  await dialog(page).locator('.figures[aria-busy=false]').waitFor();
  const figures = (await dialog(page).locator('.figures').innerText()).replace(/\s+/g, ' ');
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.keyboard.press('F2');
  await page.locator('.paper .receipt').waitFor();
  await inFocus(page, '[role=dialog] button');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').first().waitFor({ state: 'hidden' });
  return figures;
}

it.each<[Locale, number]>([
  ['zh-CN', 0],
  ['en', 1],
])(
  'three pieces come back one by one, until nothing is left (%s)',
  async (locale, index) => {
    const saver = (await savers())[index];
    const goods = trials.goods();
    if (!saver) throw new Error('the demo chain has too few savers');
    const before = await standing(saver, goods.id);
    await trials.atTheDesk(
      async (page) => {
        await page.evaluate(() => (window.print = () => undefined));
        await serve(page, saver);
        await scanGoods(page, goods);
        await setQuantity(page, 3);
        await page.keyboard.press('Alt+Digit1');
        await inFocus(page, '[data-tender=wallet] input');
        await fill(page, '10.01');
        await page.keyboard.press('Alt+Digit3');
        await inFocus(page, '[data-tender=cash] input');
        await fill(page, '500');
        await page.keyboard.press('F2');
        await sold(page);
        const receiptNo =
          /RM-\d{8}-\d{4,}/.exec(await page.locator('.money').innerText())?.[0] ?? '';
        const figures = [];
        for (let piece = 0; piece < 3; piece += 1) figures.push(await returnOne(page, receiptNo));
        expect(figures[0]).toMatch(/现金|Cash/);
        const [sale] = await trials.rows<{ left: number; returns: number }>(
          `SELECT (due_cents - returned_cents)::int AS left, (SELECT count(*)::int FROM sale_return r WHERE r.sale_id = s.id AND r.print_count = 1) AS returns
           FROM sale s WHERE receipt_no = $1`,
          [receiptNo],
        );
        expect(sale).toEqual({ left: 0, returns: 3 });
      },
      { login: 'manager', locale },
    );
    expect(await standing(saver, goods.id)).toEqual(before);
  },
  120_000,
);

/** Presses the key of the quick sale, types an amount, and chooses the category some steps on. */
async function addAmount(page: Page, yuan: string, category = 0): Promise<void> {
  await page.keyboard.press('Alt+KeyJ');
  await inDialog(page);
  await fill(page, yuan);
  if (category > 0) await page.keyboard.press('Tab');
  for (let step = 0; step < category; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function payInCash(page: Page): Promise<string> {
  await page.keyboard.press('Alt+Digit3');
  await inFocus(page, '[data-tender=cash] input');
  await page.keyboard.press('F2');
  await sold(page);
  return /RM-\d{8}-\d{4,}/.exec(await page.locator('.money').innerText())?.[0] ?? '';
}

it.each<[Locale, RegExp]>([
  ['zh-CN', /快速消费/],
  ['en', /Quick sale/],
])(
  'an amount without goods is sold beside goods, comes back, and is undone (%s)',
  async (locale, word) => {
    const goods = trials.goods();
    await trials.atTheDesk(
      async (page) => {
        await page.evaluate(() => (window.print = () => undefined));
        await scanGoods(page, goods);
        await addAmount(page, '12.5', 1);
        await addAmount(page, '8');
        expect(await lines(page).allInnerTexts()).toEqual([
          expect.stringContaining(goods.name),
          expect.stringMatching(new RegExp(`${word.source} · 饮品[\\s\\S]*12.50`)),
          expect.stringMatching(word),
        ]);
        await page.keyboard.press('Alt+KeyQ');
        await inDialog(page);
        await fill(page, '9.9');
        expect(await accessibilityFindings(page)).toEqual([]);
        await page.keyboard.press('Enter');
        await lines(page).nth(2).getByText('9.90').first().waitFor();
        // It has no quantity to step.
        await page.keyboard.press('+');
        await page.keyboard.press('Delete');
        await page.keyboard.press('Alt+KeyW');
        await lines(page).first().waitFor({ state: 'hidden' });
        await page.keyboard.press('Alt+KeyW');
        await lines(page).nth(1).getByText('12.50').first().waitFor();
        await page.reload();
        await lines(page).nth(1).getByText('12.50').first().waitFor();
        expect(await lines(page).count()).toBe(2);
        await page.evaluate(() => (window.print = () => undefined));
        const receiptNo = await payInCash(page);

        await page.keyboard.press('Alt+KeyR');
        await inFocus(page, '[role=dialog] .filter');
        await scan(page, receiptNo);
        await inFocus(page, '[role=dialog] .lines input');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        await fill(page, '1');
        await page.keyboard.press('Tab');
        await page.keyboard.type('不要了');
        await dialog(page).locator('.figures').getByText('12.50').first().waitFor();
        await dialog(page).locator('.figures[aria-busy=false]').waitFor();
        await page.keyboard.press('F2');
        await page.locator('.paper .receipt').getByText(word).waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').first().waitFor({ state: 'hidden' });
        const [sale] = await trials.rows<{ returned: number; kinds: string[] }>(
          `SELECT s.returned_cents::int AS returned, (SELECT array_agg(l.kind ORDER BY l.line_no) FROM sale_line l WHERE l.sale_id = s.id) AS kinds
             FROM sale s WHERE receipt_no = $1`,
          [receiptNo],
        );
        expect(sale).toEqual({ returned: 12_50, kinds: ['product', 'quick'] });

        await page.keyboard.press('Escape');
        await addAmount(page, '7');
        const undone = await payInCash(page);
        await page.keyboard.press('Alt+KeyP');
        await dialog(page).getByText(undone).waitFor();
        await inFocus(page, '[role=dialog] .filter');
        await page.keyboard.press('Enter');
        await page.locator('.paper .receipt').last().getByText(word).waitFor();
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').first().waitFor({ state: 'hidden' });
        await page.keyboard.press('Alt+KeyU');
        await inDialog(page);
        await page.keyboard.press('Enter');
        await said(page, undone);
        // What an undone sale had in it stands in the cart again.
        await lines(page).first().getByText(word).waitFor();
        expect(await lines(page).count()).toBe(1);
      },
      { login: 'manager', locale },
    );
  },
  120_000,
);

it('the books are right afterwards', async () => {
  expect(await findingsOfBooks(trials.ownerUrl)).toEqual([]);
}, 60_000);
