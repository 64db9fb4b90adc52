/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { lines, scanGoods, sold, type DeskTrials } from '../kit/desk-trials.js';

const notice = (page: Page, title: string) => page.getByRole('dialog', { name: title });
const ELSEWHERE = '这个收银台已在另一个窗口打开';
const LOCKED = '这个窗口已锁定';

/** More than one tab of a browser: one cart is sold once, and no tab acts as somebody whom it doesn't show. */
export function tabs(trials: () => DeskTrials): void {
  it('one cart in two tabs is one sale: the second says so, takes it over, and the first stops', () =>
    trials().atTheDesk(async (first) => {
      const goods = trials().goods();
      const before = await trials().salesOf(goods);
      await scanGoods(first, goods);
      const second = await first.context().newPage();
      await second.goto('/desk');
      await notice(second, ELSEWHERE).waitFor();
      // Nothing of the till works here.
      await second.keyboard.press('Alt+Digit3');
      await second.keyboard.press('F2');
      await second.getByRole('button', { name: '在这里继续' }).click();
      await notice(first, ELSEWHERE).waitFor();
      await lines(second).filter({ hasText: goods.name }).waitFor();
      await second.keyboard.press('Alt+Digit3');
      await second.locator('[data-tender=cash] input').waitFor();
      await Promise.all([second.keyboard.press('F2'), first.keyboard.press('F2')]);
      await sold(second);
      expect(await trials().salesOf(goods)).toBe(before + 1);
      // Its tab is gone: the first goes on, with nothing left to sell.
      await second.close();
      await notice(first, ELSEWHERE).waitFor({ state: 'hidden' });
      expect(await lines(first).count()).toBe(0);
      await scanGoods(first, trials().goods());
    }));

  it('a tab that shows a cashier sells nothing for whoever was signed in elsewhere, and says who it is', () =>
    trials().atTheDesk(async (page) => {
      const goods = trials().goods();
      const before = await trials().salesOf(goods);
      await scanGoods(page, goods);
      await page.keyboard.press('Alt+Digit3');
      const [elsewhere] = await trials().rows<{ tillId: number }>(
        `SELECT till.id::int AS "tillId" FROM till JOIN store ON store.id = store_id WHERE store.code = 'BJ' ORDER BY till.id LIMIT 1`,
      );
      // The cookie is the browser's: whoever signs in by it, in whatever tab, acts for all of them.
      const headers = { origin: new URL(page.url()).origin, 'x-requested-with': 'shuke' };
      const signedIn = await page.request.post('/api/v1/session', {
        headers,
        data: { login: 'head', password: 'shuke-demo' },
      });
      expect(await signedIn.text()).toContain('"login":"head"');
      const seated = await page.request.put('/api/v1/session/till', { headers, data: elsewhere });
      expect(await seated.text()).toContain('"login":"head"');
      await page.keyboard.press('F2');
      await notice(page, LOCKED).getByText('滨江店').waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('F2');
      expect(await notice(page, LOCKED).isVisible()).toBe(true);
      expect(await trials().salesOf(goods)).toBe(before);
      const { receipts } = (
        await trials().rows<{ receipts: number }>(
          `SELECT count(*)::int AS receipts FROM sale WHERE till_id = $1 AND staff_id = (SELECT id FROM staff WHERE login = 'head')`,
          [elsewhere?.tillId],
        )
      )[0] as { receipts: number };
      expect(receipts).toBe(0);
      await notice(page, LOCKED).getByRole('button').click();
      await page.locator('.head .place').getByText('滨江店').waitFor();
      expect(await lines(page).count()).toBe(0);
    }));

  it('a tab learns at once that another one signed somebody in, at the desk and in the office', () =>
    trials().atTheDesk(
      async (desk) => {
        await scanGoods(desk, trials().goods());
        const [office, other] = [await desk.context().newPage(), await desk.context().newPage()];
        for (const page of [office, other]) {
          await page.goto('/office');
          await page.locator('.office').waitFor();
        }
        const signedIn = await other.evaluate(async () => {
          const headers = { 'x-requested-with': 'shuke', 'content-type': 'application/json' };
          const body = JSON.stringify({ login: 'head', password: 'shuke-demo' });
          const answer = await fetch('/api/v1/session', { method: 'POST', headers, body });
          return answer.text();
        });
        expect(signedIn).toContain('"login":"head"');
        await other.reload();
        await other.locator('.office').waitFor();
        for (const page of [desk, office]) {
          await notice(page, LOCKED).waitFor();
          await notice(page, LOCKED).getByRole('button').click();
          await notice(page, LOCKED).waitFor({ state: 'hidden' });
        }
      },
      { login: 'manager' },
    ));
}
