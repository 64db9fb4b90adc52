import { openWindow } from '../kit/browser.js';
import { signIn } from '../kit/counter.js';
import { lines, scanGoods, sold, type DeskTrials } from '../kit/desk-trials.js';
import { tabTo } from '../kit/keyboard.js';

/** One till, one person, whatever browsers they have. */
export function tills(trials: () => DeskTrials): void {
  it('where somebody sits it is said and asked; taken over, their screen says so and sells nothing', () =>
    trials().atTheDesk(async (page) => {
      const goods = trials().goods();
      const before = await trials().salesOf(goods);
      await scanGoods(page, goods);
      await page.keyboard.press('Alt+Digit3');
      const there = await openWindow(page.context().browser()!, new URL(page.url()).origin);
      try {
        await signIn(there.page, 'manager');
        await there.page.goto('/desk');
        await there.page.locator('#places [role=option]').first().waitFor();
        await there.page.keyboard.insertText('人民路');
        await there.page.keyboard.press('Enter');
        await there.page.getByRole('alert').getByText('起在使用这个收银台').waitFor();
        // Asked only: nothing has changed, and Enter asks again.
        await there.page.keyboard.press('Enter');
        await there.page.getByRole('button', { name: '接管这个收银台' }).waitFor();
        expect(await there.page.locator('.desk').isVisible()).toBe(false);
        await tabTo(there.page, '接管这个收银台');
        await there.page.keyboard.press('Enter');
        await there.page.locator('.desk').waitFor();

        // The first screen sells nothing, hears of it by itself, and can't be talked out of it.
        await page.keyboard.press('F2');
        const notice = page.getByRole('dialog', { name: '这个窗口已锁定' });
        await notice.getByText('接管了这个收银台').waitFor();
        await page.keyboard.press('Escape');
        await page.keyboard.press('F2');
        expect(await notice.isVisible()).toBe(true);
        expect(await trials().salesOf(goods)).toBe(before);

        // Back the same way: its cart is still there.
        await notice.getByRole('button', { name: '选择收银台' }).click();
        await page.getByRole('button', { name: '接管这个收银台' }).click();
        await lines(page).filter({ hasText: goods.name }).waitFor();
        // Without a key pressed there, too.
        await there.page.getByRole('dialog', { name: '这个窗口已锁定' }).waitFor();
        await page.keyboard.press('Alt+Digit3');
        await page.keyboard.press('F2');
        await sold(page);
        expect(await trials().salesOf(goods)).toBe(before + 1);
      } finally {
        await there.context.close();
      }
    }));
}
