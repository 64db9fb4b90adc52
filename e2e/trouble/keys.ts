/// <reference lib="dom" />
import { lines, scanGoods, serve, setQuantity, sold, type DeskTrials } from '../kit/desk-trials.js';
import { pressInTime } from '../kit/keyboard.js';
import { eventually } from '../kit/eventually.js';

/** Keys that come faster than a screen, or less evenly than a scanner should. */
export function keys(trials: () => DeskTrials): void {
  it('a scan with a late key leaves nothing in an amount', () =>
    trials().atTheDesk(async (page) => {
      const [goods, next] = [trials().goods(), trials().goods()];
      await scanGoods(page, goods);
      await page.keyboard.press('Alt+Digit3');
      const cash = page.locator('[data-tender=cash] input');
      await cash.waitFor();
      await page.waitForFunction(
        () => document.activeElement?.closest('[data-tender=cash]') !== null,
      );
      // Slowly, as a person; then a scanner, one of whose keys is late.
      await pressInTime(page, [
        { key: '5', afterMs: 150 },
        { key: '0', afterMs: 150 },
        ...[...next.barcode].map((key, at) => ({
          key,
          afterMs: at === 0 ? 150 : at === 6 ? 50 : 3,
        })),
        { key: 'Enter', afterMs: 3 },
      ]);
      await lines(page).filter({ hasText: next.name }).waitFor();
      expect(Number(await cash.inputValue())).toBe(50);
    }));

  it('a PIN typed at once after the key that asks for it is a PIN, whatever moves on the screen', () =>
    trials().atTheDesk(async (page) => {
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      const goods = trials().goods();
      const before = await trials().salesOf(goods);
      await serve(page, await trials().otherTill.member(400));
      await scanGoods(page, goods);
      await setQuantity(page, Math.ceil(20_001 / goods.priceCents));
      await page.keyboard.press('Alt+Digit1');
      // Nothing in between waits.
      await page.keyboard.press('F2');
      await page.keyboard.type('135790');
      await page.keyboard.press('Enter');
      await sold(page);
      expect(await trials().salesOf(goods)).toBe(before + 1);
    }));

  it('a card that a slow reader types into the nickname is the card, never the name', () =>
    trials().atTheDesk(async (page) => {
      await page.keyboard.press('Alt+KeyN');
      const form = page.getByRole('dialog');
      const [nickname, card] = ['nickname', 'card.cardNo'].map((name) =>
        form.locator(`[data-field="${name}"] input`),
      );
      await nickname!.focus();
      await page.keyboard.type(';6800102757575751?', { delay: 120 });
      await page.keyboard.press('Enter');
      await eventually(
        'the card is in its own field',
        async () => (await card!.inputValue()) === '6800 1027 5757 5751',
      );
      expect(await nickname!.inputValue()).toBe('');
    }));

  it('a name typed at once after the key that opens the registration is the name', () =>
    trials().atTheDesk(async (page) => {
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      await page.keyboard.press('Alt+KeyN');
      await page.keyboard.type('wangfang');
      await page.getByRole('dialog').waitFor();
      expect(await page.getByRole('dialog').locator('input').first().inputValue()).toBe('wangfang');
    }));
}
