/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { findingsOfBooks } from './kit/books.js';
import { accessibilityFindings } from './kit/accessibility.js';
import { openWindow, startBrowser } from './kit/browser.js';
import { asOwner, signIn } from './kit/counter.js';
import { startSystem, type System } from './kit/system.js';

let system: System;
let browser: Browser;
let stopBrowser: () => Promise<void>;

beforeAll(async () => {
  system = await startSystem(process.env.SHUKE_TEST_SERVER ?? '');
  // At whatever hour this runs, nobody sleeps; and all of it goes out within the test's patience.
  await asOwner(system.ownerUrl, (client) =>
    client.query(
      `INSERT INTO setting (key, version, value) VALUES ('sms.quiet_from_hour', 1, '9'), ('sms.quiet_to_hour', 1, '9'), ('sms.per_second', 1, '200')`,
    ),
  );
  ({ browser, stop: stopBrowser } = await startBrowser());
}, 180_000);

afterAll(async () => {
  await stopBrowser?.();
  await system?.stop();
}, 60_000);

const one = <T>(text: string, params: unknown[] = []): Promise<T | undefined> =>
  asOwner(
    system.ownerUrl,
    async (client) => (await client.query(text, params)).rows[0] as T | undefined,
  );
const countOf = async (page: Page): Promise<number> => {
  const text = await page.locator('.found .big:not(.stale)').innerText();
  return Number(text.replace(/\D/g, ''));
};

describe('head office asks for members, with the keyboard (zh-CN)', () => {
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    ({ page, complaints } = await openWindow(browser, system.baseUrl, { locale: 'zh-CN' }));
    await signIn(page, 'head');
  }, 60_000);
  afterAll(() => page.context().close());

  it('counts while the conditions grow, and keeps them under a name', async () => {
    await page.goto('/office/segments');
    await page.getByRole('link', { name: '新建分群' }).press('Enter');
    await page.locator('.found .big:not(.stale)').waitFor();
    const all = await one<{ count: number }>(
      "SELECT count(*)::int AS count FROM member WHERE status = 'active'",
    );
    expect(await countOf(page)).toBe(all?.count);

    const add = page.getByLabel('添加条件', { exact: true });
    await add.focus();
    await add.selectOption('level');
    await page.getByText('还没填完').waitFor();
    await page.getByRole('button', { name: '选择…' }).press('Enter');
    await page.getByRole('checkbox', { name: '钻石卡' }).press('Space');
    await page.keyboard.press('Escape');
    const gold = await one<{ count: number }>(
      "SELECT count(*)::int AS count FROM member WHERE level_id = 4 AND status = 'active'",
    );
    await page.waitForFunction(
      (wanted) => document.querySelector('.found .big:not(.stale)')?.textContent?.includes(wanted),
      String(gold?.count),
    );
    await add.selectOption('smsMarketing');
    await page.getByRole('textbox', { name: '分群名称' }).fill('愿意收短信的钻石卡');
    await page.getByRole('button', { name: '保存' }).press('Enter');
    await page.waitForURL(/segments\/\d+$/);
    expect(await accessibilityFindings(page)).toEqual([]);
    const saved = await one<{ filter: unknown }>('SELECT filter FROM segment WHERE name = $1', [
      '愿意收短信的钻石卡',
    ]);
    expect(saved?.filter).toEqual({
      match: 'all',
      conditions: [
        { field: 'level', op: 'any', values: [4] },
        { field: 'smsMarketing', is: true },
      ],
    });
  });

  it('reads it back in words, and its members by page', async () => {
    await page.goto('/office/segments');
    const row = page.locator('tr', { hasText: '愿意收短信的钻石卡' });
    await row.getByText('等级 属于 钻石卡 且 同意营销短信 是').waitFor();
    await row
      .locator('td')
      .nth(2)
      .getByRole('link')
      .or(row.getByRole('button'))
      .first()
      .press('Enter');
    await page.waitForURL(/segments\/\d+\/members|segments/);
    await page.goto('/office/segments');
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('is told when a name is used twice', async () => {
    await page.goto('/office/segments/new');
    await page.getByRole('textbox', { name: '分群名称' }).fill('愿意收短信的钻石卡');
    await page.getByRole('button', { name: '保存' }).press('Enter');
    await page.getByRole('alert').getByText('您已有同名的分群').waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('head office writes to a segment (en)', () => {
  let page: Page;
  let complaints: string[];
  let expected = 0;
  beforeAll(async () => {
    ({ page, complaints } = await openWindow(browser, system.baseUrl, {
      locale: 'en',
      theme: 'dark',
    }));
    await signIn(page, 'head');
  }, 60_000);
  afterAll(() => page.context().close());

  const choose = async (name: string, label: string) => {
    await page.getByRole('combobox', { name, exact: true }).selectOption({ label });
  };

  it('saves a template whose variables are known', async () => {
    await page.goto('/office/message-templates');
    await page.getByRole('button', { name: 'New template' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('Diamond evening');
    await dialog.locator('textarea').fill('{nmae}, you are invited');
    await dialog.getByText('Unknown variables: {nmae}').waitFor();
    await dialog.locator('textarea').fill(', you are invited');
    await dialog.locator('textarea').press('Home');
    await dialog.getByRole('button', { name: 'name', exact: true }).press('Enter');
    await dialog.getByText(/characters with signature and opt-out, 1 part/).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('{name}, you are invited').waitFor();
  });

  it('sees numbers and cost, confirms them, and watches it go out', async () => {
    await page.goto('/office/campaigns');
    await page.getByRole('link', { name: 'New bulk message' }).press('Enter');
    await page.waitForURL(/campaigns\/new/);
    await choose('Segment', '愿意收短信的钻石卡');
    await choose('Template', 'Diamond evening');
    const reachable = page.locator('[data-figure=reachable]');
    await reachable.waitFor();
    expected = Number((await reachable.innerText()).replace(/\D/g, ''));
    expect(expected).toBeGreaterThan(20);
    await page.getByText('you are invited拒收请回复R').first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);

    await page.getByRole('button', { name: 'Check and send' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Expected cost').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: `Send to ${expected}` }).press('Enter');
    await page.waitForURL(/campaigns\/\d+$/);
    await page.getByText('Done', { exact: true }).waitFor({ timeout: 60_000 });
    await page.getByText(`${expected} of ${expected} done`).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    const sent = await one<{ count: number }>(
      "SELECT count(*)::int AS count FROM message g JOIN campaign c ON c.id = g.campaign_id WHERE c.name = 'Diamond evening' AND g.status = 'sent' AND g.body LIKE '%, you are invited拒收请回复R'",
    );
    expect(sent?.count).toBe(expected);
  }, 90_000);

  it('schedules another one, and cancels it in time', async () => {
    await page.goto('/office/campaigns/new');
    await choose('Segment', '愿意收短信的钻石卡');
    await page.locator('textarea').fill('Too early');
    await page.getByRole('textbox', { name: 'Name' }).fill('Later');
    await page.getByRole('radio', { name: 'At a time' }).press('Space');
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('Time', { exact: true }).fill(`${tomorrow}T10:00`);
    await page.locator('[data-figure=reachable]').waitFor();
    await page.getByRole('button', { name: 'Check and send' }).press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Send to/ })
      .press('Enter');
    await page.waitForURL(/campaigns\/\d+$/);
    await page.getByText('Scheduled', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Cancel it' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel it' }).press('Enter');
    await page.getByText('Cancelled', { exact: true }).first().waitFor();
    const rows = await one<{ count: number }>(
      "SELECT count(*)::int AS count FROM message g JOIN campaign c ON c.id = g.campaign_id WHERE c.name = 'Later'",
    );
    expect(rows?.count).toBe(0);
  });

  it('finds the message on the page of a member, and in the list of all', async () => {
    const got = await one<{ member_id: string }>(
      "SELECT g.member_id FROM message g JOIN campaign c ON c.id = g.campaign_id WHERE c.name = 'Diamond evening' ORDER BY g.id LIMIT 1",
    );
    await page.goto(`/office/members/${got?.member_id}?tab=messages`);
    await page.getByRole('link', { name: 'Diamond evening' }).first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.goto('/office/messages?kind=campaign');
    await page.getByRole('link', { name: 'Diamond evening' }).first().waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('the books after all of it', () => {
  it('are clean', async () => {
    expect(await findingsOfBooks(system.ownerUrl)).toEqual([]);
  });
});
