/// <reference lib="dom" />
import type { Locale } from '../kit/browser.js';
import { scan, WORDS } from '../kit/counter.js';
import {
  balance,
  inDialog,
  lines,
  problem,
  said,
  scanGoods,
  serve,
  setQuantity,
  sold,
  yuan,
  type DeskTrials,
} from '../kit/desk-trials.js';
import { answersLate } from '../kit/eventually.js';
import { fill, tabTo } from '../kit/keyboard.js';
import { settled } from '../kit/settled.js';

/** What the till refuses, and how it says so. */
export function refusals(trials: () => DeskTrials): void {
  it.each<[Locale, string]>([
    ['zh-CN', '没有找到'],
    ['en', 'Nothing found'],
  ])('an unknown number is said to be unknown, and nothing changes (%s)', (locale, words) =>
    trials().atTheDesk(
      async (page) => {
        const goods = trials().goods();
        await scanGoods(page, goods);
        await scan(page, '6800102799999999');
        await said(page, new RegExp(`${words}.*6800102799999999`));
        // Enter comes before the look that follows a pause in typing; the answer comes long after.
        await answersLate(page, '**/lookup?*', 500);
        await page.keyboard.insertText('不存在的人');
        await page.keyboard.press('Enter');
        await said(page, new RegExp(`${words}.*不存在的人`));
        expect(await lines(page).count()).toBe(1);
        expect(await balance(page).count()).toBe(0);
        // What was typed is still there to be mended; Esc empties it.
        expect(await page.getByRole('combobox').inputValue()).toContain('不存在的人');
        await page.keyboard.press('Escape');
        expect(await page.getByRole('combobox').inputValue()).toBe('');
      },
      { locale },
    ),
  );

  it('a lost card is told at once, and nothing is sold on it', () =>
    trials().atTheDesk(async (page) => {
      const goods = trials().goods();
      const before = await trials().salesOf(goods);
      const [card] = await trials().rows<{ cardNo: string; name: string }>(
        `SELECT card_no AS "cardNo", name FROM card JOIN member ON member.id = member_id WHERE card.status = 'lost' AND name IS NOT NULL ORDER BY card.id LIMIT 1`,
      );
      await scan(page, card?.cardNo ?? '');
      await page.locator('section.who [role=alert]').getByText('此卡已挂失').waitFor();
      expect(await page.locator('section.who').innerText()).toContain(card?.name);
      await scanGoods(page, goods);
      await page.keyboard.press('Alt+Digit1');
      await said(page, '储值不可用');
      expect(await page.locator('[data-tender=wallet]').count()).toBe(0);
      await page.keyboard.press('Alt+Digit3');
      await page.keyboard.press('F2');
      await problem(page).getByText('这张卡已挂失').waitFor();
      expect(await trials().salesOf(goods)).toBe(before);
      // Without the card the sale goes on.
      await page.keyboard.press('Alt+KeyM');
      await page.keyboard.press('F2');
      await sold(page);
      expect(await trials().salesOf(goods)).toBe(before + 1);
    }));

  it('a balance spent meanwhile is refused with both figures, shown anew, and the cart stays', () =>
    trials().atTheDesk(async (page) => {
      const [goods, elsewhere] = [trials().goods(), trials().goods()];
      const member = await trials().otherTill.member(100);
      await serve(page, member);
      await page.getByText('100.00').first().waitFor();
      await scanGoods(page, goods);
      const pieces = Math.floor(10_000 / elsewhere.priceCents);
      const leftCents = 10_000 - pieces * elsewhere.priceCents;
      await trials().otherTill.sell({
        productId: elsewhere.id,
        pieces,
        priceCents: elsewhere.priceCents,
        memberId: member.id,
      });
      const wanted = Math.floor(10_000 / goods.priceCents);
      await setQuantity(page, wanted);
      await page.keyboard.press('Alt+Digit1');
      await page.keyboard.press('F2');
      await problem(page)
        .getByText(`需要 ${yuan(wanted * goods.priceCents)}，可用 ${yuan(leftCents)}`)
        .waitFor();
      await balance(page).getByText(yuan(leftCents)).waitFor();
      expect(await lines(page).count()).toBe(1);
      // The wallet now takes what there is; cash takes the rest.
      await page.keyboard.press('Alt+Digit3');
      await page.keyboard.press('F2');
      await sold(page);
      const [sale] = await trials().rows<{ principal: number }>(
        'SELECT principal_cents::int AS principal FROM sale WHERE member_id = $1 ORDER BY id DESC LIMIT 1',
        [member.id],
      );
      expect(sale?.principal).toBe(leftCents);
    }));

  it('a price changed since the scan is shown old and new, and taken over when accepted', () =>
    trials().atTheDesk(async (page) => {
      const goods = trials().goods();
      const before = await trials().salesOf(goods);
      await scanGoods(page, goods);
      await trials().rows('UPDATE product SET list_price_cents = $2 WHERE id = $1', [
        goods.id,
        goods.priceCents + 110,
      ]);
      await page.keyboard.press('Alt+Digit3');
      await page.keyboard.press('F2');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('价格已变化').waitFor();
      const words = await dialog.innerText();
      for (const part of [goods.name, yuan(goods.priceCents), yuan(goods.priceCents + 110)])
        expect(words).toContain(part);
      expect(await trials().salesOf(goods)).toBe(before);
      await page.waitForFunction(() => document.activeElement?.tagName === 'BUTTON');
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'hidden' });
      await page
        .locator('.due')
        .getByText(yuan(goods.priceCents + 110))
        .waitFor();
      await page.keyboard.press('F2');
      await sold(page);
      const [sale] = await trials().rows<{ due: number }>(
        'SELECT due_cents::int AS due FROM sale ORDER BY id DESC LIMIT 1',
      );
      expect(sale?.due).toBe(goods.priceCents + 110);
    }));

  it('stock sold meanwhile is shown at its line with what is left', () =>
    trials().atTheDesk(async (page) => {
      const [goods, other] = [trials().goods(), trials().goods()];
      const before = await trials().salesOf(goods);
      await scanGoods(page, goods);
      await setQuantity(page, goods.onHand);
      await scanGoods(page, other);
      await trials().otherTill.sell({
        productId: goods.id,
        pieces: 2,
        priceCents: goods.priceCents,
      });
      await page.keyboard.press('Alt+Digit3');
      await page.keyboard.press('F2');
      await problem(page)
        .getByText(`${goods.name}: 库存不足：现有 ${goods.onHand - 2}`)
        .waitFor();
      const line = lines(page).filter({ hasText: goods.name });
      await line.getByText(`库存不足：现有 ${goods.onHand - 2}`).waitFor();
      expect(await line.getAttribute('aria-current')).toBe('true');
      expect(await trials().salesOf(goods)).toBe(before + 1);
      // The line is selected: two pieces fewer by its keys, and the sale goes through.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Minus');
      await page.keyboard.press('Minus');
      await page.keyboard.press('F2');
      await sold(page);
    }));

  it('a payment code is never searched, wherever it is scanned', () =>
    trials().atTheDesk(async (page) => {
      const goods = trials().goods();
      const code = '134567890123456789';
      const searched: string[] = [];
      page.on('request', (request) => {
        if (request.url().includes(code)) searched.push(request.url());
      });
      await scanGoods(page, goods);
      await scan(page, code);
      await said(page, '这是付款码');
      await page.keyboard.press('Alt+Digit3');
      await page.keyboard.press('F4');
      await page.keyboard.insertText(code);
      await page.keyboard.press('Enter');
      // Longer than the pause in typing after which is looked.
      await settled(page, 400);
      expect(await page.getByRole('combobox').inputValue()).toBe('');
      expect(await page.locator('[data-tender=cash] input').inputValue()).toBe(
        yuan(goods.priceCents),
      );
      expect(searched).toEqual([]);
      expect(await lines(page).count()).toBe(1);
    }));

  it.each<[Locale, string]>([
    ['zh-CN', '这个手机号已属于另一位会员'],
    ['en', 'This phone number belongs to another member'],
  ])(
    'a phone that is taken is told at its field, and everything typed stays (%s)',
    (locale, words) =>
      trials().atTheDesk(
        async (page) => {
          const taken = await trials().otherTill.member(10);
          const free = `1009777000${locale.length}`;
          await page.keyboard.press('Alt+KeyN');
          const dialog = page.getByRole('dialog');
          await inDialog(page);
          await page.keyboard.insertText('司马晓月');
          await tabTo(page, WORDS[locale].phone);
          await page.keyboard.type(taken.phone);
          await tabTo(page, WORDS[locale].pin);
          await page.keyboard.type('135790');
          await page.keyboard.press('Tab');
          await page.keyboard.type('135790');
          await tabTo(page, WORDS[locale].amount);
          await fill(page, '88.80');
          const typed = () =>
            dialog
              .locator('input:not([type=checkbox]):not([type=radio])')
              .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
          const before = await typed();
          expect(before).toEqual(
            expect.arrayContaining(['司马晓月', taken.phone, '135790', '88.80']),
          );
          await settled(page);
          await page.keyboard.press('F2');
          await dialog.locator('[data-field=phone]').getByText(words).waitFor();
          expect(await typed()).toEqual(before);
          await page.waitForFunction(
            () => document.activeElement?.closest('[data-field=phone]') !== null,
          );
          await fill(page, free);
          await settled(page);
          await page.keyboard.press('F2');
          await page.locator('section.who').getByText('司马晓月').waitFor();
          expect(await trials().rows('SELECT name FROM member WHERE phone = $1', [free])).toEqual([
            { name: '司马晓月' },
          ]);
        },
        { locale },
      ),
  );
}
