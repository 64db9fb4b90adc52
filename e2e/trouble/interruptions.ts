/// <reference lib="dom" />
import type { Page, Request } from 'playwright-core';
import type { Locale } from '../kit/browser.js';
import { scan } from '../kit/counter.js';
import {
  balance,
  inDialog,
  lines,
  problem,
  said,
  scanGoods,
  serve,
  sold,
  type DeskTrials,
} from '../kit/desk-trials.js';
import { answersLate, eventually } from '../kit/eventually.js';
import { fill } from '../kit/keyboard.js';
import { settled } from '../kit/settled.js';

const quantity = (page: Page) => lines(page).first().locator('td.c input').inputValue();

/** What comes between the beginning of a sale and its end, and that it is charged once all the same. */
export function interruptions(trials: () => DeskTrials): void {
  it('pressed or clicked twice, a sale is one sale', () =>
    trials().atTheDesk(async (page) => {
      let asked = 0;
      // The second press comes while the first one's answer is awaited.
      await answersLate(page, '**/api/v1/sales', 400);
      await page.route('**/api/v1/sales', async (route) => {
        asked += 1;
        await route.fallback();
      });
      for (const pay of [
        async () => {
          for (let press = 0; press < 3; press += 1) await page.keyboard.press('F2');
        },
        () => page.locator('.pay .go').dblclick(),
        async () => {
          for (let press = 0; press < 2; press += 1) await page.keyboard.press('Enter');
        },
      ]) {
        const goods = trials().goods();
        const before = await trials().salesOf(goods);
        asked = 0;
        await scanGoods(page, goods);
        await page.keyboard.press('Alt+Digit3');
        await page.locator('[data-tender=cash] input').waitFor();
        await pay();
        await sold(page);
        expect(asked).toBe(1);
        expect(await trials().salesOf(goods)).toBe(before + 1);
        await page.keyboard.press('F4');
        await page.keyboard.press('Escape');
      }
    }));

  it('what Enter asked for comes once, whatever is typed before the answer; Esc takes it back', () =>
    trials().atTheDesk(async (page) => {
      const { barcode } = trials().goods();
      await answersLate(page, '**/api/v1/products/lookup*', 600);
      const order = async () => {
        await page.keyboard.insertText(barcode);
        await page.keyboard.press('Enter');
      };
      await page.keyboard.press('F4');
      await order();
      await page.keyboard.press('Enter');
      await page.keyboard.press('F4');
      await page.keyboard.insertText('zzz');
      await lines(page).first().waitFor();
      expect(await page.locator('.lookup input').inputValue()).toBe('zzz');
      await settled(page);
      expect(await quantity(page)).toBe('1');

      await page.keyboard.press('Escape');
      await order();
      await page.keyboard.press('Escape');
      await settled(page);
      expect(await lines(page).count()).toBe(1);
      expect(await quantity(page)).toBe('1');
    }));

  it.each<[Locale, string]>([
    ['zh-CN', '没有收到回音'],
    ['en', 'No answer came'],
  ])('a lost answer is asked for again with the same key, and charged once (%s)', (locale, words) =>
    trials().atTheDesk(
      async (page) => {
        const goods = trials().goods();
        const before = await trials().salesOf(goods);
        const asked: Request[] = [];
        await page.route('**/api/v1/sales', async (route) => {
          asked.push(route.request());
          if (asked.length > 1) return route.continue();
          await route.fetch();
          return route.abort('connectionreset');
        });
        await scanGoods(page, goods);
        await page.keyboard.press('Alt+Digit3');
        await page.keyboard.press('F2');
        await problem(page).getByText(words).waitFor();
        // Nothing about it can be changed until its fate is known.
        await page.keyboard.press('Alt+KeyX');
        await page.keyboard.press('Alt+KeyW');
        expect(await lines(page).count()).toBe(1);
        await sold(page);
        expect(new Set(asked.map((request) => request.headers()['idempotency-key'])).size).toBe(1);
        expect(new Set(asked.map((request) => request.postData())).size).toBe(1);
        expect(asked.length).toBe(2);
        expect(await trials().salesOf(goods)).toBe(before + 1);
      },
      { locale },
    ),
  );

  it('an expired session asks to sign in again over the sale, which goes on afterwards', () =>
    trials().atTheDesk(async (page) => {
      const goods = trials().goods();
      const before = await trials().salesOf(goods);
      await scanGoods(page, goods);
      await page.keyboard.press('Alt+Digit3');
      await trials().rows(
        `UPDATE session SET created_at = now() - interval '13 hours' WHERE staff_id = (SELECT id FROM staff WHERE login = 'cashier')`,
      );
      // The server may know a session for two seconds.
      await eventually(
        'the session is over',
        async () => (await page.request.get('/api/v1/session')).status() === 401,
      );
      await page.keyboard.press('F2');
      const overlay = page.getByRole('dialog', { name: '屏幕已锁定' });
      await overlay.getByText('请重新登录').waitFor();
      await overlay.getByText('未结账的商品仍在').waitFor();
      expect(await trials().salesOf(goods)).toBe(before);
      // The login stands there already; the keyboard is in the password.
      await page.keyboard.type('shuke-demo');
      await page.keyboard.press('Enter');
      await overlay.waitFor({ state: 'hidden' });
      expect(await lines(page).filter({ hasText: goods.name }).count()).toBe(1);
      await page.keyboard.press('F2');
      await sold(page);
      expect(await trials().salesOf(goods)).toBe(before + 1);
    }));

  it('a locked screen takes nothing but its password, also after a reload, and keeps the cart', () =>
    trials().atTheDesk(async (page) => {
      const [goods, other] = [trials().goods(), trials().goods()];
      await scanGoods(page, goods);
      await page.reload();
      await lines(page).filter({ hasText: goods.name }).waitFor();
      await page.keyboard.press('Alt+KeyL');
      const overlay = page.getByRole('dialog', { name: '屏幕已锁定' });
      await overlay.waitFor();
      const refused = await page.request.get('/api/v1/members/lookup?q=2046');
      expect([refused.status(), (await refused.json()).code]).toEqual([401, 'session.locked']);
      await scan(page, other.barcode);
      await page.keyboard.press('F2');
      await page.keyboard.type('wrong-password');
      await page.keyboard.press('Enter');
      await overlay.getByRole('alert').waitFor();
      await page.reload();
      await page.locator('.veil').waitFor();
      await page.waitForFunction(() => document.activeElement?.id === 'desk-password');
      await page.keyboard.type('shuke-demo');
      await page.keyboard.press('Enter');
      await page.locator('.veil').waitFor({ state: 'hidden' });
      await lines(page).filter({ hasText: goods.name }).waitFor();
      expect(await lines(page).count()).toBe(1);
      await scanGoods(page, other);
      expect(await lines(page).count()).toBe(2);
    }));

  it('without a network the desk says so and keeps the sale; back again, it goes through', () =>
    trials().atTheDesk(async (page) => {
      const goods = trials().goods();
      const before = await trials().salesOf(goods);
      await scanGoods(page, goods);
      await page.keyboard.press('Alt+Digit3');
      await page.context().setOffline(true);
      const banner = page.locator('.head [role=alert]').filter({ hasText: '网络断开' });
      await banner.waitFor();
      await page.keyboard.press('F2');
      await said(page, '网络断开');
      expect(await lines(page).count()).toBe(1);
      await page.context().setOffline(false);
      await banner.waitFor({ state: 'hidden' });
      await page.keyboard.press('F2');
      await sold(page);
      expect(await trials().salesOf(goods)).toBe(before + 1);
    }));

  it('undone within its time by the manager, a sale gives back wallet, points and stock', () =>
    trials().atTheDesk(
      async (page) => {
        const goods = trials().goods();
        const member = await trials().otherTill.member(20);
        const standing = () =>
          trials().rows(
            `SELECT a.kind, a.balance::int FROM ledger.account a JOIN wallet w ON w.member_id = $1
          WHERE (a.kind IN ('principal', 'bonus') AND a.owner_id = w.id) OR (a.kind = 'points' AND a.owner_id = $1 AND a.balance <> 0)
             OR (a.kind = 'stock' AND a.unit = 'G:' || $2::int AND a.owner_id = (SELECT id FROM store WHERE code = 'RM')) ORDER BY a.kind`,
            [member.id, goods.id],
          );
        const before = await standing();
        await serve(page, member);
        await scanGoods(page, goods);
        await page.keyboard.press('Alt+Digit1');
        await fill(page, '10');
        await page.keyboard.press('Alt+Digit3');
        await page.keyboard.press('F2');
        await sold(page);
        expect(await standing()).not.toEqual(before);
        await page.keyboard.press('Alt+KeyU');
        await page.getByRole('dialog').getByText('10.00').first().waitFor();
        await inDialog(page);
        await page.keyboard.press('Enter');
        await said(page, /已撤销 RM-/);
        expect(await standing()).toEqual(before);
        // What was sold stands in the cart again, for the same member.
        expect(await lines(page).count()).toBe(1);
        await balance(page).getByText('20.00').waitFor();
        const [sale] = await trials().rows<{ voided: boolean; reason: string }>(
          'SELECT voided_at IS NOT NULL AS voided, void_reason AS reason FROM sale WHERE member_id = $1',
          [member.id],
        );
        expect(sale).toEqual({ voided: true, reason: '录入错误' });
      },
      { login: 'manager' },
    ));
}
