/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { findingsOfBooks } from './kit/books.js';
import { accessibilityFindings } from './kit/accessibility.js';
import { openWindow, startBrowser, type Locale } from './kit/browser.js';
import { acceptLimit, inTheForm, openDesk, ownersRows, signIn } from './kit/counter.js';
import { fill } from './kit/keyboard.js';
import {
  agree,
  begin,
  dialog,
  field,
  noDialog,
  type Served,
  slipOf,
  STAFF_PIN,
} from './kit/payout-dialogs.js';
import { settled } from './kit/settled.js';
import { startSystem, type System } from './kit/system.js';

const PIN = '135790';

interface Saver extends Served {
  id: number;
}

let system: System;
let browser: Browser;
let stopBrowser: () => Promise<void>;
let savers: Saver[];

beforeAll(async () => {
  system = await startSystem(process.env.SHUKE_TEST_SERVER ?? '');
  ({ browser, stop: stopBrowser } = await startBrowser());
  // One card in use, value of both kinds, nothing owed.
  savers = await rows<Saver>(
    `SELECT m.id::int, m.phone, coalesce(m.name, m.nickname) AS name FROM member m JOIN wallet w ON w.member_id = m.id
       JOIN ledger.account p ON p.kind = 'principal' AND p.owner_id = w.id AND p.balance BETWEEN 80000 AND 400000
       JOIN ledger.account b ON b.kind = 'bonus' AND b.owner_id = w.id AND b.balance > 1000
      WHERE m.status = 'active' AND m.phone IS NOT NULL AND m.pin_hash IS NOT NULL AND m.home_store_id = 2
        AND (SELECT count(*) FROM card c WHERE c.wallet_id = w.id AND c.status IN ('active', 'lost')) = 1
        AND (SELECT count(*) FROM card c WHERE c.member_id = m.id AND c.status = 'active') = 1
        AND NOT EXISTS (SELECT FROM ledger.account d WHERE d.debt > 0 AND (d.owner_id = m.id AND d.kind = 'points' OR d.owner_id = w.id AND d.kind <> 'points'))
      ORDER BY m.id DESC LIMIT 6`,
  );
}, 180_000);

afterAll(async () => {
  await stopBrowser?.();
  await system?.stop();
}, 60_000);

const rows = <Row>(text: string, parameters: unknown[] = []): Promise<Row[]> =>
  ownersRows(system.ownerUrl, text, parameters);
const saver = (index: number): Saver => {
  const found = savers[index];
  if (!found) throw new Error('the demo chain has too few savers');
  return found;
};

async function atTheDesk(locale: Locale): Promise<{ page: Page; complaints: string[] }> {
  const { page, complaints } = await openWindow(browser, system.baseUrl, { locale });
  await openDesk(page);
  return { page, complaints };
}

describe('money out of wallets at the desk (zh-CN)', () => {
  let page: Page;
  let complaints: string[];
  beforeAll(async () => ({ page, complaints } = await atTheDesk('zh-CN')), 90_000);
  afterAll(() => page.context().close());

  // Somebody pays out by the large figure: it is the amount that was typed, or none.
  it('shows no figures without an amount, and F2 names what is missing', async () => {
    await begin(page, saver(0), '取款');
    const due = dialog(page).locator('.take dd');
    await due.waitFor();
    await settled(page);
    expect((await due.innerText()).trim()).toBe('—');
    expect(await dialog(page).locator('.sum').innerText()).not.toContain('作废');
    const amount = field(page, 'amountCents');
    await field(page, 'reason').focus();
    await page.keyboard.press('F2');
    await dialog(page).locator('[data-field="amountCents"]').getByText('请填写').waitFor();
    expect(await amount.evaluate((input) => input === document.activeElement)).toBe(true);
    await dialog(page).getByRole('button', { name: '全部' }).click();
    await dialog(page).getByText('请填写').waitFor({ state: 'detached' });

    for (const text of ['1/2', '1e3', '1o0', '50万', '2k', '1-0', '十', '12a', '１／２', '1=2']) {
      await amount.fill('');
      await page.keyboard.type(text);
      expect(await amount.inputValue()).toBe(text);
      await dialog(page).getByText('不是数字').waitFor();
      await field(page, 'reason').focus();
      expect(await amount.inputValue()).toBe(text);
      expect((await due.innerText()).trim()).toBe('—');
    }
    await amount.fill('50');
    await amount.selectText();
    await page.keyboard.insertText('50万');
    expect(await amount.inputValue()).toBe('50万');
    await page.keyboard.press('F2');
    expect(await amount.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await noDialog(page);

    await page.keyboard.press('F8');
    await inTheForm(page);
    expect((await dialog(page).locator('.sum').innerText()).match(/\d/)).toBeNull();
    await page.keyboard.press('F2');
    await dialog(page).locator('[data-field="amountCents"]').getByText('请填写').waitFor();
    await page.keyboard.press('Escape');
    await noDialog(page);
  });

  it('withdraws with the member’s PIN and a second person, and says what becomes of the bonus', async () => {
    await begin(page, saver(0), '取款');
    await fill(page, '600');
    await dialog(page).locator('.take').getByText('600.00').waitFor();
    await dialog(page).getByText('赠送作废').first().waitFor();
    await field(page, 'pin').fill(PIN);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await agree(page);
    const slip = await slipOf(page);
    expect(slip).toContain('600.00');
    expect(slip).toContain('陈燕');
    const [paid] = await rows<{ paid: number; void: number }>(
      `SELECT paid_cents::int AS paid, (bonus_void_cents + held_void_cents)::int AS void FROM payout WHERE member_id = $1`,
      [saver(0).id],
    );
    expect(paid?.paid).toBe(600_00);
    expect(paid?.void).toBeGreaterThan(0);
  });

  it('transfers to a member who is looked up', async () => {
    await begin(page, saver(1), '转账');
    await page.keyboard.type(saver(2).phone);
    await page
      .getByRole('option', { name: new RegExp(saver(2).name) })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await field(page, 'amountCents').fill('110');
    await dialog(page)
      .getByText(`转给 ${saver(2).name}`)
      .waitFor();
    await dialog(page).locator('.take').getByText('110.00').waitFor();
    // Money out asks for the owner's PIN at every amount.
    await field(page, 'pin').fill(PIN);
    expect(await accessibilityFindings(page)).toEqual([]);
    // The amount is typed anew and sent at once: its figures are still on their way.
    await field(page, 'amountCents').fill('120');
    await field(page, 'amountCents').press('Enter');
    // The prepaid limit of the receiver may want to be read first.
    const slip = dialog(page).locator('.receipt');
    const limit = dialog(page).getByText('已告知会员，继续办理');
    await slip.or(limit).first().waitFor();
    if (await limit.isVisible()) {
      await limit.click();
      await field(page, 'amountCents').press('Enter');
    }
    expect(await slipOf(page)).toContain(saver(2).name);
  });

  it('leaves nothing on the console', () => expect(complaints).toEqual([]));
});

describe('a wallet is settled at the desk (en)', () => {
  let page: Page;
  let complaints: string[];
  beforeAll(async () => ({ page, complaints } = await atTheDesk('en')), 90_000);
  afterAll(() => page.context().close());

  /** Fills what the form asks for beside the proposed computation, and sends it. */
  async function settle(): Promise<void> {
    await dialog(page).locator('.bases').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await field(page, 'pin').fill(PIN);
    await page.keyboard.press('Enter');
    await agree(page);
  }

  it('refunds by the proposed computation, the three of them side by side', async () => {
    await begin(page, saver(3), 'Refund');
    await dialog(page).getByText('Remaining principal').first().waitFor();
    await dialog(page).getByText('Paid ratio').first().waitFor();
    await dialog(page).getByText('Less list price').first().waitFor();
    await settle();
    expect(await slipOf(page)).toContain('Refund');
    const [left] = await rows<{ cents: number }>(
      `SELECT sum(a.balance + a.held)::int AS cents FROM ledger.account a JOIN wallet w ON w.id = a.owner_id AND a.unit = 'CNY' WHERE w.member_id = $1`,
      [saver(3).id],
    );
    expect(left?.cents).toBe(0);
  });

  it('closes the last card of a wallet and settles it', async () => {
    await begin(page, saver(4), 'Close a card');
    await dialog(page).getByText('last card of this stored value').waitFor();
    await settle();
    expect(await slipOf(page)).toContain('Card closed');
    const [card] = await rows<{ status: string }>(
      `SELECT c.status FROM card c JOIN payout p ON p.card_id = c.id WHERE p.member_id = $1 AND p.kind = 'closing'`,
      [saver(4).id],
    );
    expect(card?.status).toBe('closed');
  });

  it('leaves nothing on the console', () => expect(complaints).toEqual([]));
});

describe('an adjustment at the desk (en)', () => {
  it('is followed by its slip', async () => {
    const { page, complaints } = await openWindow(browser, system.baseUrl, { locale: 'en' });
    await openDesk(page, 'manager');
    await begin(page, saver(2), 'Adjust balance or points');
    await field(page, 'amount').fill('3.50');
    await field(page, 'reason').fill('promised by mistake');
    await page.keyboard.press('Enter');
    await agree(page, 'head');
    // The prepaid limit of the member may want to be read first.
    const paper = dialog(page).locator('.receipt');
    const limit = dialog(page).locator('section.limit');
    await paper.or(limit).first().waitFor();
    if (await limit.isVisible()) await acceptLimit(page);
    const slip = await slipOf(page);
    expect(slip).toContain('promised by mistake');
    expect(slip).toContain('3.50');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('payouts and adjustments in the office (zh-CN)', () => {
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    ({ page, complaints } = await openWindow(browser, system.baseUrl, { locale: 'zh-CN' }));
    await signIn(page, 'manager');
  }, 90_000);
  afterAll(() => page.context().close());

  it('finds the withdrawal in the list and looks into it', async () => {
    await page.goto('/office/payouts?kind=withdrawal');
    await page.getByText(saver(0).name).first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page
      .getByRole('row', { name: new RegExp(saver(0).name) })
      .first()
      .getByRole('link')
      .first()
      .click();
    await page.getByText('600.00').first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('corrects points by hand with head office’s consent, and finds the paper', async () => {
    await page.goto(`/office/members/${saver(5).id}`);
    await page.getByRole('button', { name: '办理' }).click();
    await page.getByRole('menuitem', { name: '调整余额与积分' }).click();
    await inTheForm(page);
    await dialog(page).getByText('积分', { exact: true }).first().click();
    await field(page, 'amount').fill('25');
    await field(page, 'reason').fill('活动漏积');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await field(page, 'approval.login').waitFor();
    await field(page, 'approval.login').fill('head');
    await field(page, 'approval.pin').fill(STAFF_PIN);
    await page.keyboard.press('Enter');
    await noDialog(page);
    await page.goto('/office/adjustments');
    await page.getByText('活动漏积').first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('leaves nothing on the console', () => expect(complaints).toEqual([]));
});

it('keeps the books clean', async () => {
  expect(await findingsOfBooks(system.ownerUrl)).toEqual([]);
});
