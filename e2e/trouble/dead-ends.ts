/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { accessibilityFindings } from '../kit/accessibility.js';
import { chooseAct } from '../kit/counter.js';
import {
  type DeskTrials,
  inDialog,
  lines,
  said,
  scanGoods,
  serve,
  setQuantity,
} from '../kit/desk-trials.js';
import { fill } from '../kit/keyboard.js';

const field = (page: Page, name: string) =>
  page.getByRole('dialog').last().locator(`[data-field="${name}"] input`).first();
const noDialog = (page: Page) => page.getByRole('dialog').first().waitFor({ state: 'hidden' });

/** Where a cashier used to stand before a closed door: each leads on. */
export function deadEnds(trials: () => DeskTrials): void {
  it('a forgotten PIN is reset from where it is asked, and the sale still waits there', () =>
    trials().atTheDesk(
      async (page) => {
        const goods = trials().goods();
        const member = await trials().otherTill.member(400);
        await serve(page, member);
        await scanGoods(page, goods);
        await setQuantity(page, Math.ceil(20_001 / goods.priceCents));
        await page.keyboard.press('Alt+Digit1');
        await page.keyboard.press('F2');
        await page.getByText('忘记密码？重置支付密码').click();
        await field(page, 'identity.last4').fill('281X');
        await field(page, 'reason').fill('忘记了');
        await field(page, 'pin').fill('802516');
        await field(page, 'pinAgain').fill('802516');
        expect(await accessibilityFindings(page)).toEqual([]);
        await page.keyboard.press('Enter');
        // No document of this member was registered: a second person vouches.
        await field(page, 'approval.login').fill('head');
        await field(page, 'approval.pin').fill('246810');
        await page.keyboard.press('Enter');
        await said(page, '支付密码已更新');
        // The sale still waits for a PIN; what a new one opens the same day is the server's to say.
        await page.waitForFunction(() => document.activeElement?.id === 'member-pin');
        expect(await lines(page).count()).toBe(1);
      },
      { login: 'manager' },
    ));

  it('whoever may not reset a PIN is told who may', () =>
    trials().atTheDesk(async (page) => {
      await serve(page, await trials().otherTill.member(50));
      await chooseAct(page, '修改支付密码');
      await page.getByText('请有权重置的同事').waitFor();
    }));

  it('a top-up takes cash like a sale, is among the slips of the day, and is undone from there', () =>
    trials().atTheDesk(
      async (page) => {
        const member = await trials().otherTill.member(50);
        await serve(page, member);
        await page.keyboard.press('F8');
        await inDialog(page);
        await fill(page, '43');
        await page.keyboard.press('Alt+Digit2');
        await page.locator('[role=dialog] [data-tender=wechat]').waitFor();
        await page.keyboard.press('Alt+Digit2');
        await page.locator('[role=dialog] [data-tender=alipay]').waitFor();
        await page.getByRole('button', { name: '取消支付宝' }).click();
        await page.keyboard.press('Alt+Digit3');
        await page.waitForFunction(
          () => document.activeElement?.closest('[data-tender=cash]') !== null,
        );
        await fill(page, '100');
        await page.locator('[role=dialog] .change').getByText('57.00').waitFor();
        expect(await accessibilityFindings(page)).toEqual([]);
        await page.keyboard.press('Enter');
        await page.getByRole('dialog', { name: '充值成功' }).getByText('57.00').waitFor();
        await page.keyboard.press('Escape');
        await noDialog(page);

        await page.keyboard.press('Alt+KeyP');
        await page.waitForFunction(() => document.activeElement?.matches('[role=dialog] .filter'));
        await page.getByRole('option').filter({ hasText: member.name }).first().waitFor();
        expect(await accessibilityFindings(page)).toEqual([]);
        await page.keyboard.press('Enter');
        await page.locator('.paper').getByText('¥ 43.00').waitFor();
        await page.getByRole('button', { name: '撤销', exact: true }).click();
        await field(page, 'reason').fill('录错');
        await page.keyboard.press('Enter');
        await page
          .getByRole('dialog')
          .getByText('需要另一人授权')
          .or(undone(page))
          .first()
          .waitFor();
        if (!(await undone(page).isVisible())) {
          await field(page, 'approval.login').fill('head');
          await field(page, 'approval.pin').fill('246810');
          await page.keyboard.press('Enter');
        }
        await page.locator('.paper').getByText('已撤销').waitFor();
        const [row] = await trials().rows<{ n: number }>(
          'SELECT count(*)::int AS n FROM top_up_reversal r JOIN top_up t ON t.id = r.top_up_id WHERE t.member_id = $1',
          [member.id],
        );
        expect(row?.n).toBe(1);
      },
      { login: 'manager' },
    ));

  it('a transfer begins with who was just at the counter', () =>
    trials().atTheDesk(async (page) => {
      const child = await trials().otherTill.member(50);
      const parent = await trials().otherTill.member(50);
      await serve(page, child);
      await serve(page, parent);
      await chooseAct(page, '转账');
      await page.waitForFunction(
        () => document.activeElement?.closest('[data-field=toMemberId]') !== null,
      );
      await page.keyboard.press('ArrowDown');
      await page.getByRole('option', { name: new RegExp(child.name) }).waitFor();
      await page.keyboard.press('Enter');
      await field(page, 'amountCents').fill('10');
      await page.getByText(`转给 ${child.name}`).waitFor();
    }));

  it('a cart that was cleared by mistake comes back', () =>
    trials().atTheDesk(async (page) => {
      const goods = trials().goods();
      await scanGoods(page, goods);
      await page.keyboard.press('Alt+KeyW');
      await lines(page).first().waitFor({ state: 'detached' });
      await page.getByRole('button', { name: '恢复刚才的商品' }).waitFor();
      await page.keyboard.press('Alt+KeyW');
      await lines(page).filter({ hasText: goods.name }).waitFor();
    }));
}

const undone = (page: Page) => page.locator('.paper').getByText('已撤销');
