/// <reference lib="dom" />
import type { Browser } from 'playwright-core';
import { openWindow, startBrowser } from './kit/browser.js';
import { openDesk, ownersRows, signIn } from './kit/counter.js';
import { fill } from './kit/keyboard.js';
import {
  agree,
  begin,
  dialog,
  field,
  noDialog,
  type Served,
  slipOf,
} from './kit/payout-dialogs.js';
import { settled } from './kit/settled.js';
import { startSystem, type System } from './kit/system.js';

const PIN = '135790';

let system: System;
let browser: Browser;
let stopBrowser: () => Promise<void>;
let saver: Served & { id: number };

beforeAll(async () => {
  system = await startSystem(process.env.SHUKE_TEST_SERVER ?? '');
  ({ browser, stop: stopBrowser } = await startBrowser());
  const [found] = await rows<typeof saver>(
    `SELECT m.id::int, m.phone, coalesce(m.name, m.nickname) AS name FROM member m JOIN wallet w ON w.member_id = m.id
       JOIN ledger.account p ON p.kind = 'principal' AND p.owner_id = w.id AND p.balance BETWEEN 80000 AND 400000
       JOIN ledger.account b ON b.kind = 'bonus' AND b.owner_id = w.id AND b.balance > 1000
      WHERE m.status = 'active' AND m.phone IS NOT NULL AND m.pin_hash IS NOT NULL AND m.home_store_id = 2
        AND (SELECT count(*) FROM card c WHERE c.wallet_id = w.id AND c.status IN ('active', 'lost')) = 1
      ORDER BY m.id DESC LIMIT 1`,
  );
  if (!found) throw new Error('the demo chain has no saver');
  saver = found;
}, 180_000);

afterAll(async () => {
  await stopBrowser?.();
  await system?.stop();
}, 60_000);

const rows = <Row>(text: string, parameters: unknown[] = []): Promise<Row[]> =>
  ownersRows(system.ownerUrl, text, parameters);

async function withdraws(): Promise<void> {
  const { page } = await openWindow(browser, system.baseUrl, { locale: 'zh-CN' });
  await openDesk(page);
  await begin(page, saver, '取款');
  await fill(page, '600');
  await dialog(page).locator('.take').getByText('600.00').waitFor();
  await field(page, 'pin').fill(PIN);
  await page.keyboard.press('Enter');
  await agree(page);
  await slipOf(page);
  await page.context().close();
}

describe('the slips of the day (en)', () => {
  it('show a withdrawal and a top-up, each with its paper and its own way to be undone', async () => {
    await withdraws();
    const { page, complaints } = await openWindow(browser, system.baseUrl, { locale: 'en' });
    await signIn(page, 'manager');
    await page.goto('/desk');
    await page
      .getByRole('option', { name: /人民路店/ })
      .first()
      .click();
    const takeOver = page.locator('.chooser .taken button');
    await page.locator('.desk').or(takeOver).first().waitFor();
    if (await takeOver.isVisible()) await takeOver.click();
    await page.locator('.desk').waitFor();
    const [withdrawal] = await rows<{ no: string }>(
      "SELECT receipt_no AS no FROM payout WHERE member_id = $1 AND kind = 'withdrawal'",
      [saver.id],
    );
    const [topUp] = await rows<{ no: string }>(
      `SELECT t.receipt_no AS no FROM top_up t JOIN payout p ON p.business_date = t.business_date AND p.store_id = t.store_id
        WHERE p.receipt_no = $1 AND NOT EXISTS (SELECT FROM ledger.reversal r WHERE r.reversed_entry_id = t.entry_id) LIMIT 1`,
      [withdrawal?.no],
    );
    for (const [no = '', undoing] of [
      [withdrawal?.no, 'Reverse this document'],
      [topUp?.no, 'Reverse a top-up of'],
    ] as const) {
      expect(no).not.toBe('');
      await page.keyboard.press('Alt+KeyP');
      await page.waitForFunction(() => document.activeElement?.matches('[role=dialog] .filter'));
      await page.keyboard.insertText(no);
      await page.waitForFunction(
        () => document.querySelectorAll('[role=dialog] .slip').length === 1,
      );
      await dialog(page).getByText(no).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.paper .receipt').getByText(no).waitFor();
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await page.getByRole('dialog').getByText(undoing).first().waitFor();
      await settled(page);
      for (let open = 0; open < 3; open += 1) {
        await page.keyboard.press('Escape');
        await settled(page);
      }
      await noDialog(page);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
