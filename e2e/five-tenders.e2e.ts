/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { findingsOfBooks } from './kit/books.js';
import { accessibilityFindings } from './kit/accessibility.js';
import { type Locale } from './kit/browser.js';
import { serve } from './kit/counter.js';
import { DeskTrials, scanGoods, setQuantity, sold, yuan } from './kit/desk-trials.js';
import { fill, scan } from './kit/keyboard.js';

// A sale paid five ways and its three returns, by the keys alone, until every figure is zero.
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
const PIN = '135790';
/** Head office defined it; it asks for the number of the slip. */
const OWN = 'mall_card';

const savers = () =>
  trials.rows<Saver>(
    `SELECT m.id::int, m.phone, coalesce(m.name, m.nickname) AS name FROM member m JOIN wallet w ON w.member_id = m.id
       JOIN ledger.account p ON p.kind = 'principal' AND p.owner_id = w.id AND p.balance BETWEEN 20000 AND 400000
       JOIN ledger.account b ON b.kind = 'bonus' AND b.owner_id = w.id AND b.balance > 1000
       JOIN ledger.account s ON s.kind = 'points' AND s.owner_id = m.id AND s.balance > 1000 AND s.debt = 0
      WHERE m.status = 'active' AND m.phone IS NOT NULL AND m.home_store_id = 2
        AND (SELECT count(*) FROM card c WHERE c.member_id = m.id AND c.status = 'active') = 1
      ORDER BY m.id LIMIT 2`,
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

/** Alt and a digit puts a tender to the payment and its amount under the keyboard. */
async function pays(page: Page, key: string, tender: string, amount: string): Promise<void> {
  await page.keyboard.press(`Alt+Digit${key}`);
  await inFocus(page, `[data-tender=${tender}] input`);
  await fill(page, amount);
}

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
  // Those of one piece; before it was typed they stood for all three.
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

interface Left {
  due: number;
  points: number;
  units: number;
  components: number;
  returns: number;
}
const leftOf = (receiptNo: string) =>
  trials.rows<Left>(
    `SELECT (s.due_cents - s.returned_cents)::int AS due, (s.points_earned - s.returned_points)::int AS points,
            (SELECT sum(t.units - t.returned_units)::int FROM sale_tender t WHERE t.sale_id = s.id) AS units,
            (SELECT sum(c.cents - c.returned_cents)::int FROM sale_component c WHERE c.sale_id = s.id) AS components,
            (SELECT count(*)::int FROM sale_return r WHERE r.sale_id = s.id AND r.print_count = 1) AS returns
       FROM sale s WHERE s.receipt_no = $1`,
    [receiptNo],
  );
/** What each tender gave back in all, the wallet by its parts. */
const givenBack = (receiptNo: string) =>
  trials.rows<{ tender: string; cents: number }>(
    `SELECT x.tender, sum(x.cents)::int AS cents FROM sale s JOIN sale_return r ON r.sale_id = s.id
       JOIN LATERAL (SELECT 'wallet' AS tender, r.principal_cents + r.bonus_cents AS cents
                     UNION ALL SELECT t.tender, t.amount_cents FROM sale_return_tender t WHERE t.return_id = r.id) x ON true
      WHERE s.receipt_no = $1 GROUP BY 1 ORDER BY 1`,
    [receiptNo],
  );

it.each<[Locale, number, RegExp]>([
  ['zh-CN', 0, /退还积分 · \d/],
  ['en', 1, /Points given back · \d/],
])(
  'five tenders pay, and three returns give every one of them back (%s)',
  async (locale, index, pointsBack) => {
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
        await pays(page, '1', 'wallet', '5.01');
        await pays(page, '5', 'points', '3.99');
        // Only whole steps are paid: 300 points for 3.00.
        await pays(page, '2', 'wechat', '4.03');
        await pays(page, '7', OWN, '2.02');
        await page.keyboard.press('Enter');
        await page.keyboard.type('90017');
        expect(await page.locator('[data-tender=points] .below').innerText()).toContain('300');
        expect(await accessibilityFindings(page)).toEqual([]);
        await pays(page, '3', 'cash', '300');
        await page.keyboard.press('F2');
        const pin = page.getByRole('dialog').locator('input').first();
        await page.locator('[data-test=change]').or(pin).first().waitFor();
        if (await pin.isVisible()) await page.keyboard.type(PIN);
        await sold(page);
        const receiptNo =
          /RM-\d{8}-\d{4,}/.exec(await page.locator('.money').innerText())?.[0] ?? '';
        const paid = await trials.rows<{ tender: string; cents: number; units: number | null }>(
          `SELECT t.tender, t.amount_cents::int AS cents, t.units::int FROM sale_tender t JOIN sale s ON s.id = t.sale_id
            WHERE s.receipt_no = $1 ORDER BY 1`,
          [receiptNo],
        );
        expect(paid).toEqual([
          { tender: 'cash', cents: expect.any(Number), units: null },
          { tender: OWN, cents: 2_02, units: null },
          { tender: 'points', cents: 3_00, units: 300 },
          { tender: 'wallet', cents: 5_01, units: null },
          { tender: 'wechat', cents: 4_03, units: null },
        ]);
        const figures = [];
        for (let piece = 0; piece < 3; piece += 1) figures.push(await returnOne(page, receiptNo));
        for (const each of figures) expect(each).toMatch(pointsBack);
        expect(await leftOf(receiptNo)).toEqual([
          { due: 0, points: 0, units: 0, components: 0, returns: 3 },
        ]);
        expect(await givenBack(receiptNo)).toEqual(
          paid.map(({ tender, cents }) => ({ tender, cents })),
        );
        expect(figures[0]).toContain(yuan(1_00));
      },
      { login: 'manager', locale },
    );
    expect(await standing(saver, goods.id)).toEqual(before);
  },
  120_000,
);

it('the books are right afterwards', async () => {
  expect(await findingsOfBooks(trials.ownerUrl)).toEqual([]);
}, 60_000);

it('a tender with a long name takes two lines of its button, and its key stays in sight', () =>
  trials.atTheDesk(async (page) => {
    const button = page.locator('.pay .tgrid button').first();
    const low = await button.evaluate((element) => (element as HTMLElement).offsetHeight);
    const [lines, high, isCut] = await button.evaluate((element) => {
      const name = element.querySelector('span') as HTMLElement;
      name.textContent = '购物中心联名卡';
      const line = Number.parseFloat(getComputedStyle(name).lineHeight);
      const edge = element.getBoundingClientRect().right;
      const key = element.lastElementChild as HTMLElement;
      const isOut =
        key.getBoundingClientRect().right > edge || name.scrollHeight > name.clientHeight;
      const { offsetHeight } = element as HTMLElement;
      return [Math.round(name.clientHeight / line), offsetHeight, isOut] as const;
    });
    expect([lines, isCut]).toEqual([2, false]);
    expect(high).toBeGreaterThanOrEqual(low);
  }));
