/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { cardsInTheOffice } from './cards/cards-in-the-office.js';
import { findingsOfBooks } from './kit/books.js';
import { accessibilityFindings } from './kit/accessibility.js';
import { openWindow, startBrowser } from './kit/browser.js';
import {
  acceptLimit,
  chooseAct,
  inTheForm,
  openDesk,
  ownersRows,
  register,
  scan,
} from './kit/counter.js';
import { bindFamilyCard, payByFamilyCard, stopFamilyCard } from './kit/family-trials.js';
import { slipInFocus } from './kit/settled.js';
import { startSystem, type System } from './kit/system.js';

const [PIN, NEW_PIN] = ['135790', '246802'];

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
const said = (page: Page, words: string) => page.getByText(words).first().waitFor();
const dialogGone = (page: Page) => page.getByRole('dialog').first().waitFor({ state: 'hidden' });

describe('the life of a card at the counter (zh-CN)', () => {
  let page: Page;
  let complaints: string[];
  let printed: string[];
  const who = { name: '钟离明月', phone: '10099991001' };
  const cardsOf = () =>
    rows<{ cardNo: string; status: string }>(
      `SELECT c.card_no AS "cardNo", c.status FROM card c JOIN member m ON m.id = c.member_id WHERE m.phone = $1 ORDER BY c.id DESC`,
      [who.phone],
    );

  beforeAll(async () => {
    ({ page, complaints } = await openWindow(browser, system.baseUrl, { locale: 'zh-CN' }));
    await page.addInitScript(() => (window.print = () => undefined));
    await openDesk(page);
    const stock = await rows<{ cardNo: string }>(
      `SELECT c.card_no AS "cardNo" FROM card c JOIN store s ON s.id = c.store_id AND s.code = 'RM'
        WHERE c.status = 'in_stock' AND c.stock_state = 'ready' ORDER BY c.card_no LIMIT 3`,
    );
    printed = stock.map(({ cardNo }) => cardNo);
    await register(page, 'zh-CN', { ...who, pin: PIN, topUpYuan: '300' });
  }, 90_000);
  afterAll(() => page.context().close());

  it('hands out a printed card that is scanned, with a first top-up', async () => {
    await chooseAct(page, '办卡');
    await inTheForm(page);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.locator('[data-field=cardNo] input').fill(printed[0] ?? '');
    await page.getByLabel('首次充值').fill('200');
    await page.keyboard.press('Enter');
    await said(page, '已办卡');
    await dialogGone(page);
    await said(page, '500.00');
    expect(await cardsOf()).toContainEqual({ cardNo: printed[0], status: 'active' });
  });

  it('says where a card of another stock lies', async () => {
    const [elsewhere] = await rows<{ cardNo: string }>(
      `SELECT c.card_no AS "cardNo" FROM card c JOIN store s ON s.id = c.store_id AND s.type = 'head_office' WHERE c.stock_state = 'ready' LIMIT 1`,
    );
    await chooseAct(page, '办卡');
    await inTheForm(page);
    await page.locator('[data-field=cardNo] input').fill(elsewhere?.cardNo ?? '');
    await page.keyboard.press('Enter');
    await said(page, '这张卡在总部的库存里');
    await page.keyboard.press('Escape');
    await dialogGone(page);
    await page.keyboard.press('Escape');
  });

  it('freezes it, and replaces it only for who is known', async () => {
    await chooseAct(page, '挂失');
    await page.keyboard.press('Enter');
    await said(page, '已挂失');
    await dialogGone(page);
    await chooseAct(page, '换卡');
    const choice = page.locator('[data-field=cardNo] select');
    await choice.selectOption({ label: await lostLabel() });
    await page.getByLabel('支付密码', { exact: true }).last().fill('000111');
    await page.locator('[data-field=newNo] input').fill(printed[1] ?? '');
    await page.locator('[data-field=feeCents] input').fill('10');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await said(page, '还可以试 4 次');
    await page.locator('[data-field="identity.pin"] input').fill(PIN);
    await page.keyboard.press('Enter');
    await said(page, '换卡收据');
    await slipInFocus(page);
    await page.keyboard.press('Enter');
    await dialogGone(page);
    const statuses = Object.fromEntries(
      (await cardsOf()).map(({ cardNo, status }) => [cardNo, status]),
    );
    expect(Object.values(statuses).sort()).toEqual(['active', 'active', 'replaced']);
    expect(statuses[printed[1] ?? '']).toBe('active');
  });

  it('warns of the prepaid limit before it hands out a card, and registers who is there on the way', async () => {
    const issue = async (yuan: string) => {
      await chooseAct(page, '办卡');
      await inTheForm(page);
      await page.getByLabel('首次充值').fill(yuan);
      await page.keyboard.press('Enter');
      await page.locator('section.limit').waitFor();
    };
    await issue('600');
    expect(await accessibilityFindings(page)).toEqual([]);
    await acceptLimit(page);
    await said(page, '1,100.00');
    await dialogGone(page);
    await issue('700');
    await page.getByRole('button', { name: '登记实名' }).click();
    await page.getByLabel('证件上的姓名').waitFor();
    await inTheForm(page);
    await page.keyboard.press('Enter');
    await page.locator('section.limit').waitFor({ state: 'hidden' });
    // What was typed is still there, and the keyboard stands at the button.
    await page.waitForFunction(() => document.activeElement?.matches('button[type=submit]'));
    await page.keyboard.press('Enter');
    await said(page, '1,800.00');
    await dialogGone(page);
  });

  async function lostLabel(): Promise<string> {
    const labels = await page.locator('[data-field=cardNo] option').allInnerTexts();
    return labels.find((label) => label.includes('已挂失')) ?? '';
  }

  it('shows a card as a code that opens its member at a till, once', async () => {
    await chooseAct(page, '会员码');
    const picture = page.getByRole('img', { name: /会员码 SK1/ });
    await picture.waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    const code = ((await picture.getAttribute('aria-label')) ?? '').replace('会员码 ', '');
    await page.keyboard.press('Escape');
    await picture.waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await dialogGone(page);
    await page.keyboard.press('Alt+KeyM');
    await said(page, '散客');
    await scan(page, code);
    await page.locator('section.who').getByText(who.name).waitFor();
    await page.keyboard.press('Alt+KeyM');
    await scan(page, code);
    await said(page, '这个二维码已经用过');
  });

  it('changes a PIN for who knows the old one', async () => {
    await page.keyboard.press('Escape');
    await scan(page, who.phone);
    await page.locator('section.who').getByText(who.name).waitFor();
    await chooseAct(page, '修改支付密码');
    await inTheForm(page);
    await page.keyboard.type(PIN);
    await page.keyboard.press('Tab');
    await page.keyboard.type(NEW_PIN);
    await page.keyboard.press('Tab');
    await page.keyboard.type(NEW_PIN);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await said(page, '支付密码已更新');
    await dialogGone(page);
  });

  it('binds a family card, pays with it from the owner’s value by their PIN, once, and stops it', async () => {
    const family = {
      owner: { ...who, pin: NEW_PIN },
      child: { name: '钟离小满', phone: '10099991002', pin: '864209' },
      cardNo: printed[2] ?? '',
    };
    await bindFamilyCard(page, family);
    await payByFamilyCard(page, system.ownerUrl, family);
    await stopFamilyCard(page, family);
    const sold = await rows(
      `SELECT o.name AS payer, m.name AS holder, s.principal_after_cents = a.balance AS right, x.member_id = m.id AS unbound
         FROM sale s JOIN card c ON c.id = s.card_id JOIN member o ON o.id = s.payer_id JOIN member m ON m.id = s.member_id
         JOIN wallet w ON w.member_id = o.id JOIN ledger.account a ON a.kind = 'principal' AND a.owner_id = w.id
         JOIN wallet x ON x.id = c.wallet_id WHERE c.card_no = $1`,
      [family.cardNo],
    );
    const { name: holder } = family.child;
    expect(sold).toEqual([{ payer: who.name, holder, right: true, unbound: true }]);
  }, 60_000);

  it('has nothing to complain about on the console', () => {
    expect(complaints).toEqual([]);
  });
});

describe('cards in the office (en)', () =>
  cardsInTheOffice(() => ({ system, browser, newPin: NEW_PIN })));

describe('the books after all of it', () => {
  it('are clean', async () => {
    expect(await findingsOfBooks(system.ownerUrl)).toEqual([]);
  });
});
