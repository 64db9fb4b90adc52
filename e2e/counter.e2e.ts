/// <reference lib="dom" />
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { findingsOfBooks } from './kit/books.js';
import { accessibilityFindings } from './kit/accessibility.js';
import { openWindow, startBrowser, type Locale } from './kit/browser.js';
import {
  acceptLimit,
  slipIn,
  arrangeGoldenRule,
  asOwner,
  barcodeOf,
  find,
  openDesk,
  register,
  scan,
} from './kit/counter.js';
import { fill } from './kit/keyboard.js';
import { eventually } from './kit/eventually.js';
import { startSystem, type System } from './kit/system.js';

let system: System;
let browser: Browser;
let stopBrowser: () => Promise<void>;
let folder: string;

beforeAll(async () => {
  system = await startSystem(process.env.SHUKE_TEST_SERVER ?? '');
  ({ browser, stop: stopBrowser } = await startBrowser());
  folder = await mkdtemp(path.join(tmpdir(), 'shuke-downloads-'));
  await arrangeGoldenRule(system.ownerUrl);
}, 180_000);

afterAll(async () => {
  await stopBrowser?.();
  await system?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const textOf = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).innerText()).replace(/\s+/g, ' ');

describe.each<[Locale, { name: string; phone: string }]>([
  ['zh-CN', { name: '欧阳晨光', phone: '10099990001' }],
  ['en', { name: '慕容雪晴', phone: '10099990002' }],
])('a member is served, without the mouse (%s)', (locale, who) => {
  let page: Page;
  let complaints: string[];
  let receiptNo = '';

  beforeAll(async () => {
    ({ page, complaints } = await openWindow(browser, system.baseUrl, { locale }));
    await page.addInitScript(() => {
      window.print = () =>
        Object.assign(window, {
          printed: Number((window as { printed?: number }).printed ?? 0) + 1,
        });
    });
    await openDesk(page);
  }, 60_000);
  afterAll(() => page.context().close());

  it('registers a member with a card, a PIN and a first top-up', async () => {
    await register(page, locale, { ...who, pin: '135790', topUpYuan: '1072' });
    await page.getByText('1,286.50').first().waitFor();
    const panel = await textOf(page, 'section.who');
    expect(panel).toContain(who.name);
    expect(panel).toContain('1,072.00');
    expect(panel).toContain('214.50');
    expect(panel).toMatch(/6800 ?1027/);
    await page.keyboard.press('Escape');
  });

  it('finds the member again by phone, initials and pinyin', async () => {
    await page.keyboard.press('Alt+KeyM');
    await scan(page, who.phone);
    await page.getByText('1,286.50').first().waitFor();
    await page.keyboard.press('Alt+KeyM');
    await find(page, locale === 'en' ? 'mrxq' : 'oycg');
    await page.getByText('1,286.50').first().waitFor();
    expect(await textOf(page, 'section.who')).toContain(who.name);
  });

  it('has what sells most on tiles until the first line stands in the cart', async () => {
    const tiles = page.locator('.tiles button');
    await tiles.nth(1).waitFor();
    expect(await tiles.first().innerText()).toMatch(/快速消费|Quick sale/);
    expect(await accessibilityFindings(page)).toEqual([]);
    const second = await tiles.nth(2).locator('.name').innerText();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter'])
      await page.keyboard.press(key);
    await page.locator('.cart tbody tr').getByText(second).waitFor();
    expect(await tiles.count()).toBe(0);
    await page.keyboard.press('Delete');
    await tiles.first().waitFor();
    // What is typed on a tile goes to the box.
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.activeElement?.matches('.tiles button'));
    await page.keyboard.type('1');
    await page.waitForFunction(() => document.activeElement?.matches('input[role=combobox]'));
    await page.keyboard.press('Escape');
  });

  it('sells two lattes by barcode, a shampoo by initials and a treatment, paid from wallet and cash (golden G05)', async () => {
    const latte = await barcodeOf(system.ownerUrl, '海盐焦糖拿铁 大杯');
    await scan(page, latte);
    await page.locator('.cart tbody tr').first().waitFor();
    await scan(page, latte);
    await find(page, 'ajsxfs500');
    await find(page, '头皮护理 45');
    await page.getByText('281.70').first().waitFor();
    await page.keyboard.press('Alt+Digit1');
    await fill(page, '200');
    await page.keyboard.press('Alt+Digit3');
    await fill(page, '100');
    const money = await textOf(page, '.money');
    expect(money).toContain('166.65');
    expect(money).toContain('33.35');
    expect(money).toContain('18.30');
    expect(money).toContain('248');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('F2');
    await page.locator('[data-test=change]').waitFor();
    const sold = await textOf(page, '.money');
    receiptNo = /RM-\d{8}-\d{4,}/.exec(sold)?.[0] ?? '';
    expect(receiptNo).not.toBe('');
    for (const figure of ['18.30', '905.35', '181.15', '1,086.50', '248'])
      expect(sold).toContain(figure);
  });

  it('prints the receipt, and marks it when it is printed again', async () => {
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => (window as { printed?: number }).printed === 1);
    const printed = async () =>
      (await page.locator('.receipt').first().textContent())?.replace(/\s+/g, ' ') ?? '';
    await page.keyboard.press('Alt+KeyP');
    await page.getByRole('dialog').waitFor();
    await page.getByRole('dialog').getByText(receiptNo).waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('[role=dialog] .filter'));
    await page.keyboard.press('Enter');
    await page.locator('.paper .receipt').waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('[role=dialog] button'));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => Number((window as { printed?: number }).printed) >= 2);
    const slip = await printed();
    for (const figure of [receiptNo, '281.70', '905.35', '181.15', '18.30'])
      expect(slip).toContain(figure);
    expect(slip).toMatch(/重打|REPRINT|Reprint/);
    expect(slip).not.toContain(who.phone);
    await page.keyboard.press('Escape');
    const { rows } = await asOwner(system.ownerUrl, (client) =>
      client.query('SELECT print_count FROM sale WHERE receipt_no = $1', [receiptNo]),
    );
    expect(rows[0].print_count).toBe(2);
  });

  it('tops up by the rule "pay 1000, get 100": principal and bonus are lots of their own', async () => {
    await page.keyboard.press('Escape');
    if (!(await page.locator('section.who').innerText()).includes(who.name))
      await scan(page, who.phone);
    await page.getByText('1,086.50').first().waitFor();
    await page.keyboard.press('F8');
    await page.getByRole('dialog').waitFor();
    await page.waitForFunction(
      () =>
        document.activeElement?.tagName === 'INPUT' &&
        document.activeElement.closest('[role=dialog]') !== null,
    );
    await fill(page, '1000');
    await page.getByRole('dialog').getByText('1,905.35').waitFor();
    await page.keyboard.press('Enter');
    await acceptLimit(page);
    // The sum stands in the warning too: only the slip says that it is done.
    await slipIn(page).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('section.who').getByText('2,186.50').waitFor();
    const { rows } = await asOwner(system.ownerUrl, (client) =>
      client.query(
        `SELECT a.kind, l.granted, l.remaining FROM ledger.lot l JOIN ledger.account a ON a.id = l.account_id JOIN wallet w ON w.id = a.owner_id JOIN member m ON m.id = w.member_id
          WHERE m.phone = $1 AND a.unit = 'CNY' ORDER BY a.kind, l.id`,
        [who.phone],
      ),
    );
    expect(
      rows.map(({ kind, granted, remaining }) => [kind, Number(granted), Number(remaining)]),
    ).toEqual([
      ['bonus', 214_50, 181_15],
      ['bonus', 100_00, 100_00],
      ['principal', 1072_00, 905_35],
      ['principal', 1000_00, 1000_00],
    ]);
  });

  it('asks for the PIN above the limit, refuses a wrong one and takes the right one', async () => {
    await page.keyboard.press('Escape');
    await find(page, '头皮护理 45');
    await find(page, '头皮护理 60');
    await page.keyboard.press('Alt+Digit1');
    await page.keyboard.press('F2');
    await page.waitForFunction(() => document.activeElement?.id === 'member-pin');
    await page.keyboard.type('000111');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('alert').getByText(/4/).waitFor();
    await fill(page, '135790');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page
      .getByText(/RM-\d{8}-\d{4,}/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
  });

  it('asks for a small amount too where the day comes to more, and says why', async () => {
    if (!(await page.locator('section.who').innerText()).includes(who.name))
      await scan(page, who.phone);
    await find(page, '头皮护理 45');
    await page.keyboard.press('Alt+Digit1');
    await page.keyboard.press('F2');
    await page.waitForFunction(() => document.activeElement?.id === 'member-pin');
    // The first sale paid as much from the wallet as goes without a PIN.
    await page.getByRole('dialog').getByRole('note').getByText('200.00').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.type('135790');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page
      .getByText(/RM-\d{8}-\d{4,}/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
  });

  it('has nothing to complain about on the console', () => {
    expect(complaints).toEqual([]);
  });

  it('tells the member by message what moved', async () => {
    let rows: { kind: string; status: string; body: string }[] = [];
    await eventually('four messages are sent', async () => {
      ({ rows } = await asOwner(system.ownerUrl, (client) =>
        client.query(
          'SELECT message.kind, message.status, body FROM message JOIN member ON member.id = member_id WHERE member.phone = $1 ORDER BY message.id',
          [who.phone],
        ),
      ));
      return rows.length >= 4 && rows.every(({ status }) => status === 'sent');
    });
    expect(
      rows.some(
        ({ body }) =>
          body.includes('214.50') || body.includes('1,286.50') || body.includes('1286.50'),
      ),
    ).toBe(true);
  });
});

describe('the books after all of it', () => {
  it('are clean', async () => {
    expect(await findingsOfBooks(system.ownerUrl)).toEqual([]);
  });
});
