/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { findingsOfBooks } from './kit/books.js';
import { accessibilityFindings } from './kit/accessibility.js';
import { openWindow, PHONE, startBrowser, type Locale } from './kit/browser.js';
import {
  acceptLimit,
  ownersRows,
  barcodeOf,
  chooseAct,
  inTheForm,
  openDesk,
  scan,
  serve,
  signIn,
} from './kit/counter.js';
import { fill } from './kit/keyboard.js';
import { settled } from './kit/settled.js';
import { startSystem, type System } from './kit/system.js';

const MEMBER_PIN = '135790';
const STAFF_PIN = '246810';

interface Saver {
  id: number;
  phone: string;
  name: string;
}

let system: System;
let browser: Browser;
let stopBrowser: () => Promise<void>;

beforeAll(async () => {
  system = await startSystem(process.env.SHUKE_TEST_SERVER ?? '');
  ({ browser, stop: stopBrowser } = await startBrowser());
}, 180_000);

afterAll(async () => {
  await stopBrowser?.();
  await system?.stop();
}, 60_000);

const rows = <Row>(text: string, parameters: unknown[] = []): Promise<Row[]> =>
  ownersRows(system.ownerUrl, text, parameters);
async function one<Row>(text: string, parameters: unknown[] = []): Promise<Row> {
  const [row] = await rows<Row>(text, parameters);
  if (!row) throw new Error('the demo chain has nobody for this');
  return row;
}
const dialog = (page: Page) => page.getByRole('dialog').last();
const noDialog = (page: Page) => page.getByRole('dialog').first().waitFor({ state: 'hidden' });
const field = (page: Page, name: string) =>
  dialog(page).locator(`[data-field="${name}"] input`).first();

/** At the desk: the member is named, the act is chosen by its word. */
async function begin(page: Page, who: Saver, word: string): Promise<void> {
  await serve(page, who);
  await chooseAct(page, word);
  await inTheForm(page);
}

async function atTheDesk(locale: Locale, login: string) {
  const opened = await openWindow(browser, system.baseUrl, { locale });
  await openDesk(opened.page, login);
  return opened;
}

describe('a top-up keyed by mistake (zh-CN)', () => {
  it('is taken back at the desk on a second person’s PIN, and what is spent is owed', async () => {
    const member = await one<Saver & { topUpId: number }>(
      `SELECT m.id::int, m.phone, coalesce(m.name, m.nickname) AS name, t.id::int AS "topUpId"
         FROM top_up t JOIN member m ON m.id = t.member_id JOIN ledger.account a ON a.owner_id = t.wallet_id AND a.kind = 'principal'
        WHERE t.store_id IN (2, 3) AND t.principal_cents = 100000 AND a.balance BETWEEN 20000 AND 80000 AND m.status = 'active' AND m.phone IS NOT NULL
          AND t.id = (SELECT max(x.id) FROM top_up x WHERE x.member_id = m.id)
          AND NOT EXISTS (SELECT FROM top_up_reversal r WHERE r.top_up_id = t.id) ORDER BY t.id DESC LIMIT 1`,
    );
    // It is of an earlier day: that is a right of its own, which this manager has.
    await rows(
      "UPDATE role SET permissions = array_append(permissions, 'undo.late') WHERE code = 'manager'",
    );
    const { page, complaints, context } = await atTheDesk('zh-CN', 'manager');
    await begin(page, member, '撤销充值');
    await dialog(page).getByText('记为欠款').first().waitFor();
    await field(page, 'reason').fill('收 100 录成 1000');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await field(page, 'approval.login').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await field(page, 'approval.login').fill('manager');
    await field(page, 'approval.pin').fill(STAFF_PIN);
    await page.keyboard.press('Enter');
    await dialog(page).getByText('自己的业务不能由自己授权').waitFor();
    await field(page, 'approval.login').fill('head');
    await field(page, 'approval.pin').fill(STAFF_PIN);
    await page.keyboard.press('Enter');
    await noDialog(page);
    const taken = await one<{ principal: number; debt: number; by: string }>(
      `SELECT r.principal_cents::int AS principal, r.principal_debt_cents::int AS debt, s.login AS by
         FROM top_up_reversal r JOIN approval a ON a.document_kind = 'top_up_reversal' AND a.document_id = r.id JOIN staff s ON s.id = a.approved_by
        WHERE r.top_up_id = $1`,
      [member.topUpId],
    );
    expect(taken).toMatchObject({ principal: 1000_00, by: 'head' });
    expect(taken.debt).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('an amount that can be read in two ways (zh-CN)', () => {
  it('is refused at the field of the top-up, and nothing is sent', async () => {
    const member = await one<Saver>(
      `SELECT id::int, phone, coalesce(name, nickname) AS name FROM member
        WHERE status = 'active' AND phone IS NOT NULL AND home_store_id = 2 ORDER BY id DESC LIMIT 1`,
    );
    const topUps = () =>
      one<{ count: number }>('SELECT count(*)::int AS count FROM top_up WHERE member_id = $1', [
        member.id,
      ]);
    const before = await topUps();
    const { page, complaints, context } = await atTheDesk('zh-CN', 'cashier');
    await serve(page, member);
    await page.keyboard.press('F8');
    await inTheForm(page);
    const amount = dialog(page).getByPlaceholder('0.00').first();
    await amount.pressSequentially('1,20');
    await page.keyboard.press('Enter');
    await dialog(page).getByText('看不出是小数还是千位').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await amount.fill('1,200');
    await dialog(page).getByText('看不出是小数还是千位').waitFor({ state: 'hidden' });
    expect(await topUps()).toEqual(before);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a request to another device (en)', () => {
  it('is decided on a phone, and the till goes on by itself', async () => {
    const member = await one<Saver>(
      `SELECT m.id::int, m.phone, coalesce(m.name, m.nickname) AS name FROM member m JOIN wallet w ON w.member_id = m.id
         JOIN ledger.account p ON p.kind = 'principal' AND p.owner_id = w.id AND p.balance > 90000
        WHERE m.status = 'active' AND m.phone IS NOT NULL AND m.home_store_id = 2 AND p.debt = 0
          AND (SELECT count(*) FROM card c WHERE c.member_id = m.id AND c.status = 'active') = 1
          AND NOT EXISTS (SELECT FROM approval_request r WHERE r.subject_id = m.id) ORDER BY m.id DESC LIMIT 1`,
    );
    const till = await atTheDesk('en', 'cashier');
    await begin(till.page, member, 'Withdraw');
    await fill(till.page, '600');
    await dialog(till.page).locator('.take').getByText('600.00').waitFor();
    await field(till.page, 'pin').fill(MEMBER_PIN);
    await till.page.keyboard.press('Enter');
    await field(till.page, 'approval.login').waitFor();
    await dialog(till.page).getByRole('button', { name: 'Ask on their own device' }).click();
    const chip = till.page.locator('[data-waiting]');
    await chip.getByText('Waiting for approval: withdrawal of 600.00').waitFor();
    await noDialog(till.page);
    expect(await accessibilityFindings(till.page)).toEqual([]);
    // Meanwhile the next one is served.
    await till.page.keyboard.press('Alt+KeyM');
    await scan(till.page, await barcodeOf(system.ownerUrl, '海盐焦糖拿铁 大杯'));
    await till.page.locator('.cart tbody tr').first().waitFor();

    const phone = await openWindow(browser, system.baseUrl, { locale: 'en', viewport: PHONE });
    await signIn(phone.page, 'head');
    await phone.page.goto('/office/approvals');
    const card = phone.page.locator('article.request', { hasText: member.name }).first();
    await card.getByText(/Principal.* → /s).waitFor();
    await card.getByText(`${member.phone.slice(0, 3)}****${member.phone.slice(-4)}`).waitFor();
    expect(await accessibilityFindings(phone.page)).toEqual([]);
    const wide = await phone.page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(wide).toBe(false);
    await card.getByRole('button', { name: 'Approve' }).click();
    await dialog(phone.page).getByRole('button', { name: 'Approve' }).click();
    await noDialog(phone.page);

    await chip.getByText('Approved and done').waitFor();
    expect(await till.page.locator('.cart tbody tr').count()).toBe(1);
    await chip.getByRole('button', { name: 'Receipt' }).click();
    await dialog(till.page).locator('.receipt').waitFor();
    await till.page.keyboard.press('Escape');
    await chip.getByRole('button', { name: 'Got it' }).click();
    await chip.waitFor({ state: 'detached' });
    const used = await one<{ status: string; paid: number }>(
      `SELECT r.status, p.paid_cents::int AS paid FROM approval_request r JOIN approval a ON a.request_id = r.id
         JOIN payout p ON p.entry_id = a.entry_id WHERE r.subject_id = $1`,
      [member.id],
    );
    expect(used).toEqual({ status: 'used', paid: 600_00 });
    expect([...till.complaints, ...phone.complaints]).toEqual([]);
    await till.context.close();
    await phone.context.close();
  });
});

describe('the office (zh-CN)', () => {
  it('makes a rule, a statement, and anybody can check the paper', async () => {
    const { page, complaints, context } = await openWindow(browser, system.baseUrl, {
      locale: 'zh-CN',
    });
    await signIn(page, 'head');
    await page.goto('/office/top-up-rules');
    await page.getByText('年货节').first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '新增规则' }).click();
    await field(page, 'name').fill('充 1200 送 120，升银卡');
    await field(page, 'payCents').fill('1200');
    await field(page, 'gives.0.bonusCents').fill('120');
    await dialog(page)
      .locator('[data-field="grantsLevelId"] select')
      .selectOption({ label: '银卡' });
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await noDialog(page);
    await page.getByText('充 1200 送 120，升银卡').first().waitFor();

    await page.goto('/office/top-ups');
    await page.locator('tbody tr').first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);

    const { id } = await one<{ id: number }>(
      'SELECT member_id::int AS id FROM top_up GROUP BY member_id ORDER BY count(*) DESC LIMIT 1',
    );
    await page.goto(`/office/members/${id}`);
    await page.getByRole('button', { name: /办理/ }).click();
    await page.getByRole('menuitem', { name: '打印对账单' }).click();
    await dialog(page).getByRole('button', { name: '入会以来' }).click();
    await dialog(page).getByRole('button', { name: '生成' }).click();
    await page.waitForURL(/\/office\/statements\//);
    await page.locator('.statement-paper .code').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    const code = await page.locator('.statement-paper .code').innerText();
    expect(complaints).toEqual([]);
    await context.close();

    const stranger = await openWindow(browser, system.baseUrl, { locale: 'en', viewport: PHONE });
    await stranger.page.goto(`/statements/${code}`);
    await stranger.page.getByRole('heading', { name: 'Genuine' }).waitFor();
    expect(await accessibilityFindings(stranger.page)).toEqual([]);
    expect(stranger.complaints).toEqual([]);
    await stranger.context.close();
  });
});

describe('the prepaid limit at the desk (en)', () => {
  it('is read, agreed to, and then the money goes in', async () => {
    const member = await one<Saver>(
      `SELECT m.id::int, m.phone, coalesce(m.name, m.nickname) AS name FROM member m
        WHERE m.status = 'active' AND m.phone IS NOT NULL AND m.home_store_id = 2 AND m.kind = 'person'
          AND NOT EXISTS (SELECT FROM member_identity i WHERE i.member_id = m.id) ORDER BY m.id DESC LIMIT 1`,
    );
    const { page, complaints, context } = await atTheDesk('en', 'cashier');
    await serve(page, member);
    await page.keyboard.press('F8');
    await field(page, 'amountCents').waitFor();
    await field(page, 'amountCents').fill('1500');
    await settled(page);
    await page.keyboard.press('Enter');
    await page.locator('section.limit').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await acceptLimit(page);
    await page
      .getByText(/RM-\d{8}-\d{4}/)
      .first()
      .waitFor();
    const accepted = await rows(
      `SELECT 1 FROM audit_record WHERE action = 'wallet.accept_limit' AND subject_id = $1`,
      [String(member.id)],
    );
    expect(accepted).toHaveLength(1);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

it('leaves clean books', async () => {
  expect(await findingsOfBooks(system.ownerUrl)).toEqual([]);
});
