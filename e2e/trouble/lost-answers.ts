/// <reference lib="dom" />
import type { Page, Route } from 'playwright-core';
import {
  balance,
  inDialog,
  problem,
  scanGoods,
  serve,
  type DeskTrials,
} from '../kit/desk-trials.js';
import { eventually } from '../kit/eventually.js';
import { fill } from '../kit/keyboard.js';
import { framesLater } from '../kit/settled.js';

/** The wire to the server: each question goes through in its own way, and is written down. */
class Wire {
  readonly keys: string[] = [];
  readonly bodies: (string | null)[] = [];

  static async at(page: Page, path: string, ways: ((route: Route) => Promise<void>)[]) {
    const wire = new Wire();
    await page.route(path, async (route) => {
      const request = route.request();
      if (request.method() !== 'POST') return route.fallback();
      wire.keys.push(request.headers()['idempotency-key'] ?? '');
      wire.bodies.push(request.postData());
      const way = ways[wire.keys.length - 1];
      return way ? way(route) : route.continue();
    });
    return wire;
  }

  async asked(times: number): Promise<void> {
    await eventually(`asked ${times} times`, () => this.keys.length >= times);
  }
}

/** It is done, and its answer never arrives. */
const cut = async (route: Route): Promise<void> => {
  await route.fetch();
  await route.abort('connectionreset');
};
/** It is refused before anything is judged. */
const atTheDoor = (status: number, code: string) => (route: Route) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({
      type: `urn:shuke:problem:${code}`,
      title: code,
      status,
      code,
      params: {},
    }),
  });

const openAttempt = (page: Page, state: string) => page.locator(`[data-attempt=${state}]`);
const lostWords = (page: Page) => page.getByRole('dialog').getByText('没有收到回音');

async function startTopUp(page: Page, yuan: string): Promise<void> {
  await page.keyboard.press('F8');
  await inDialog(page);
  await fill(page, yuan);
  await page.keyboard.press('Enter');
}

/** A lost answer is asked for again until its fate is known: one effect, and the screen says what became of it. */
export function lostAnswers(trials: () => DeskTrials): void {
  const topUpsOf = async (memberId: number): Promise<number[]> =>
    (
      await trials().rows<{ cents: number }>(
        'SELECT principal_cents::int AS cents FROM top_up WHERE member_id = $1 ORDER BY id OFFSET 1',
        [memberId],
      )
    ).map(({ cents }) => cents);

  it('a top-up is made once when its dialog is left and opened again with another amount', () =>
    trials().atTheDesk(async (page) => {
      const member = await trials().otherTill.member(20);
      await serve(page, member);
      // Nobody knows until the second try.
      let letThrough = (): void => undefined;
      const held = new Promise<void>((resolve) => (letThrough = resolve));
      const wire = await Wire.at(page, `**/members/${member.id}/top-ups`, [
        cut,
        async (route) => {
          await held;
          await route.continue();
        },
      ]);
      await startTopUp(page, '60');
      await lostWords(page).waitFor();
      // What was asked for can't be changed while nobody knows what became of it.
      const amount = page.getByRole('dialog').locator('[data-field=amountCents] input').first();
      expect(await amount.isDisabled()).toBe(true);
      await page.keyboard.press('Escape');
      await openAttempt(page, 'unknown').getByText(`${member.name}的充值 60.00 元`).waitFor();
      // A balance that is not known is not shown as a number.
      expect(await balance(page).innerText()).toBe('—');
      await startTopUp(page, '70');
      letThrough();
      await page
        .getByRole('dialog')
        .getByText(/上一次的充值 60\.00 元已经办成（编号 RM-/)
        .waitFor();
      expect(await topUpsOf(member.id)).toEqual([60_00]);
      expect(new Set(wire.keys).size).toBe(1);
      await page.keyboard.press('Escape');
      await balance(page).getByText('80.00').waitFor();
    }));

  it('its dialog keeps the figures that were sent, and the next one follows its fate', () =>
    trials().atTheDesk(async (page) => {
      const low = { width: 1366, height: 625 };
      await page.setViewportSize(low);
      const member = await trials().otherTill.member(20);
      await serve(page, member);
      let isDown = true;
      const whileDown = (route: Route) => (isDown ? route.abort() : route.continue());
      await Wire.at(page, `**/members/${member.id}/top-ups`, [
        cut,
        ...Array.from({ length: 20 }, () => whileDown),
      ]);
      const dialog = page.getByRole('dialog');
      const readAgain = page.waitForResponse(
        (answer) =>
          answer.url().endsWith(`/members/${member.id}`) && answer.request().method() === 'GET',
      );
      await startTopUp(page, '60');
      await lostWords(page).waitFor();
      await readAgain;
      await framesLater(page);
      const figures = await dialog.innerText();
      expect(figures).toContain('80.00');
      expect(figures).not.toContain('140.00');
      const words = await lostWords(page).boundingBox();
      expect(words!.y + words!.height).toBeLessThan(low.height);
      await page.keyboard.press('Escape');
      await startTopUp(page, '70');
      await dialog.getByText('还没有回音，这一次没有提交').waitFor();
      isDown = false;
      await dialog.getByText(/上一次的充值 60\.00 元已经办成（编号 RM-/).waitFor();
      expect(await topUpsOf(member.id)).toEqual([60_00]);
    }));

  it('a top-up is made once when the page is loaded again, and is told by its number', () =>
    trials().atTheDesk(async (page) => {
      const member = await trials().otherTill.member(20);
      await serve(page, member);
      await Wire.at(page, `**/members/${member.id}/top-ups`, [cut, (route) => route.abort()]);
      await startTopUp(page, '60');
      await lostWords(page).waitFor();
      await page.reload();
      const made = openAttempt(page, 'made');
      await made.getByText(/的充值 60\.00 元已经办成，编号 RM-/).waitFor();
      await made.getByText(member.name).waitFor();
      await balance(page).getByText('80.00').waitFor();
      expect(await topUpsOf(member.id)).toEqual([60_00]);
      await made.getByRole('button', { name: '知道了' }).click();
      await made.waitFor({ state: 'hidden' });
    }));

  it('a sale is made once whatever is said at the door, and for the cashier who comes next', () =>
    trials().atTheDesk(async (page) => {
      const goods = trials().goods();
      const before = await trials().salesOf(goods);
      const wire = await Wire.at(page, '**/api/v1/sales', [
        cut,
        atTheDoor(429, 'session.too_many_attempts'),
        atTheDoor(403, 'access.forbidden'),
        atTheDoor(409, 'session.no_till'),
        atTheDoor(401, 'session.none'),
      ]);
      await scanGoods(page, goods);
      await page.keyboard.press('Alt+Digit3');
      await page.keyboard.press('F2');
      await problem(page).getByText('没有收到回音').waitFor();
      for (let asked = 2; asked <= 5; asked += 1) {
        await page.keyboard.press('F2');
        await wire.asked(asked);
      }
      const overlay = page.locator('.veil');
      await overlay.waitFor();
      await fillIn(page, '#desk-login', 'manager');
      await fillIn(page, '#desk-password', 'shuke-demo');
      await page.keyboard.press('Enter');
      await overlay.waitFor({ state: 'hidden' });
      // The cashier before may still sit at this till: the next one takes it over, and then hears of the sale.
      const takeOver = page.getByRole('button', { name: '接管这个收银台' });
      const told = page.locator('[data-test=change]').or(openAttempt(page, 'made'));
      await takeOver.or(told).first().waitFor();
      if (await takeOver.isVisible()) await takeOver.click();
      await told.first().waitFor();
      expect(await trials().salesOf(goods)).toBe(before + 1);
      expect([new Set(wire.keys).size, new Set(wire.bodies).size]).toEqual([1, 1]);
    }));
}

async function fillIn(page: Page, selector: string, text: string): Promise<void> {
  await page.locator(selector).focus();
  await fill(page, text);
}
