/// <reference lib="dom" />
import type { Locale } from '../kit/browser.js';
import {
  lines,
  problem,
  scanGoods,
  serve,
  setQuantity,
  sold,
  type DeskTrials,
} from '../kit/desk-trials.js';

/** PINs that are guessed at a till: of one member, and of many. */
export function wrongPins(trials: () => DeskTrials): void {
  it('wrong PINs count down, then the PIN is locked until a time that is said', () =>
    trials().atTheDesk(async (page) => {
      const goods = trials().goods();
      const before = await trials().salesOf(goods);
      const member = await trials().otherTill.member(400);
      await serve(page, member);
      await scanGoods(page, goods);
      await setQuantity(page, Math.ceil(20_001 / goods.priceCents));
      await page.keyboard.press('Alt+Digit1');
      await page.keyboard.press('F2');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      for (const left of [4, 3, 2, 1, 0]) {
        await page.waitForFunction(() => document.activeElement?.id === 'member-pin');
        await page.keyboard.type('246813');
        await page.keyboard.press('Enter');
        if (left > 0) await dialog.getByText(`还可以试 ${left} 次`).waitFor();
      }
      await problem(page)
        .getByText(/支付密码已锁定，.*\d\d:\d\d.* 后可再试/)
        .waitFor();
      await dialog.waitFor({ state: 'hidden' });
      const [row] = await trials().rows<{ minutes: number }>(
        'SELECT round(extract(epoch FROM pin_locked_until - now()) / 60)::int AS minutes FROM member WHERE id = $1',
        [member.id],
      );
      expect(row?.minutes).toBe(15);
      // The right one is not looked at before that time.
      await page.keyboard.press('F2');
      await dialog.waitFor();
      await page.waitForFunction(() => document.activeElement?.id === 'member-pin');
      await page.keyboard.type('135790');
      await page.keyboard.press('Enter');
      await problem(page).getByText('支付密码已锁定').waitFor();
      expect(await trials().salesOf(goods)).toBe(before);
      expect(await lines(page).count()).toBe(1);
    }));

  it.each<[Locale, RegExp]>([
    ['zh-CN', /这里输错的支付密码太多，.*\d\d:\d\d.* 后才能再验/],
    ['en', /Too many wrong PINs here; no PIN is checked before .*\d\d:\d\d/],
  ])(
    'a till where too many PINs were wrong checks none for a while, and says so (%s)',
    (locale, words) =>
      trials().atTheDesk(
        async (page) => {
          const goods = trials().goods();
          const before = await trials().salesOf(goods);
          const member = await trials().otherTill.member(400);
          await serve(page, member);
          await scanGoods(page, goods);
          await setQuantity(page, Math.ceil(20_001 / goods.priceCents));
          await page.keyboard.press('Alt+Digit1');
          await trials().rows(
            `INSERT INTO lookup_miss (scope, subject_id, minute_from, minute_misses, hour_from, hour_misses)
           SELECT 'pin_till', id, now(), 45, now(), 45 FROM till
           ON CONFLICT (scope, subject_id) DO UPDATE SET hour_from = now(), hour_misses = 45`,
          );
          await page.keyboard.press('F2');
          await page.waitForFunction(() => document.activeElement?.id === 'member-pin');
          await page.keyboard.type('135790');
          await page.keyboard.press('Enter');
          await problem(page).getByText(words).waitFor();
          await page.getByRole('dialog').waitFor({ state: 'hidden' });
          expect(await trials().salesOf(goods)).toBe(before);
          expect(await lines(page).count()).toBe(1);
          // The same sale goes through when the time is over.
          await trials().rows("DELETE FROM lookup_miss WHERE scope = 'pin_till'");
          await page.keyboard.press('F2');
          await page.waitForFunction(() => document.activeElement?.id === 'member-pin');
          await page.keyboard.type('135790');
          await page.keyboard.press('Enter');
          await sold(page);
        },
        { locale },
      ),
  );
}
