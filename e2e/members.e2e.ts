/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { findingsOfBooks } from './kit/books.js';
import { accessibilityFindings } from './kit/accessibility.js';
import { openWindow, startBrowser } from './kit/browser.js';
import { chooseAct, documentSeen, openDesk, ownersRows, signIn } from './kit/counter.js';
import { dialogOpened, settled } from './kit/settled.js';
import { startSystem, type System } from './kit/system.js';

const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

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

const STAFF_PIN = '246810';
const rows = <Row>(text: string, parameters: unknown[] = []): Promise<Row[]> =>
  ownersRows(system.ownerUrl, text, parameters);
const said = (page: Page, words: string) => page.getByText(words).first().waitFor();
const dialog = (page: Page) => page.getByRole('dialog').last();
const dialogGone = (page: Page) => page.getByRole('dialog').first().waitFor({ state: 'hidden' });

/** Chooses an act from the menu of the member's page; its dialog is open and has the focus. */
async function act(page: Page, menu: string, words: string): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: words }).click();
  await dialogOpened(page);
}
/** What axe finds, with the pointer out of the way: a button under it has another colour. */
async function findings(page: Page): Promise<string[]> {
  await page.mouse.move(1, 1);
  await settled(page);
  return accessibilityFindings(page);
}
const field = (page: Page, name: string) =>
  dialog(page).locator(`[data-field="${name}"] input, [data-field="${name}"] textarea`).first();
const submit = (page: Page, words: string) =>
  dialog(page).getByRole('button', { name: words, exact: true }).click();
const tab = (page: Page, words: string) => page.getByRole('tab', { name: words }).click();

describe('a record in the office (zh-CN)', () => {
  let page: Page;
  let complaints: string[];
  let pair: { kept: number; again: number; name: string };

  beforeAll(async () => {
    const [found] = await rows<typeof pair>(
      `SELECT a.id::int AS kept, b.id::int AS again, a.name FROM member a JOIN member b ON b.name = a.name AND b.id > a.id AND b.status = 'active'
          AND b.birth_month = a.birth_month AND b.birth_day = a.birth_day
        WHERE a.status = 'active' AND a.birth_month IS NOT NULL ORDER BY a.id DESC LIMIT 1`,
    );
    if (!found) throw new Error('the demo has nobody who joined twice');
    pair = found;
    ({ page, complaints } = await openWindow(browser, system.baseUrl, { locale: 'zh-CN' }));
    await signIn(page, 'head');
  }, 90_000);
  afterAll(() => page.context().close());

  it('head office makes a tag and a field of its own', async () => {
    await page.goto('/office/member-setup');
    await page.getByRole('button', { name: '新增标签' }).click();
    await page.getByRole('dialog').waitFor();
    await field(page, 'name').fill('贵客');
    await field(page, 'name').press('Enter');
    await said(page, '贵客');
    await dialogGone(page);
    await page.getByRole('button', { name: '新增自定义字段' }).click();
    await page.getByRole('dialog').waitFor();
    await field(page, 'label').fill('口味');
    await field(page, 'code').fill('came_by');
    await field(page, 'code').press('F2');
    await said(page, '这个代码已被使用');
    await field(page, 'code').fill('taste');
    await field(page, 'code').press('F2');
    await said(page, '口味');
    await dialogGone(page);
    expect(await findings(page)).toEqual([]);
  });

  it('tells that a record may be of the same person', async () => {
    await page.goto(`/office/members/${pair.kept}`);
    await said(page, '可能是同一个人');
    await said(page, '姓名读音和生日相同');
    expect(await findings(page)).toEqual([]);
  });

  it('changes the record: photo, tag, custom field, consent', async () => {
    await page.getByRole('button', { name: '编辑资料' }).click();
    await dialogOpened(page);
    expect(await findings(page)).toEqual([]);
    const file = dialog(page).locator('input[type=file]');
    await file.setInputFiles({
      name: 'x.png',
      mimeType: 'image/png',
      buffer: Buffer.from('<svg/>'),
    });
    await said(page, '这不是照片');
    await file.setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: PHOTO });
    await field(page, 'preferences').fill('不吃香菜');
    await field(page, 'custom.taste').fill('清淡');
    await dialog(page).getByText('微信营销').click();
    await submit(page, '保存');
    await said(page, '已保存');
    await dialogGone(page);
    await said(page, '清淡');
    await page.locator(`img[src*="/members/${pair.kept}/photo"]`).first().waitFor();
    await tab(page, '同意记录');
    await said(page, '微信营销');
  });

  it('registers the real name; without a key the number is not kept', async () => {
    await act(page, '办理业务', '实名登记');
    await said(page, '没有设置加密密钥');
    expect(await findings(page)).toEqual([]);
    await field(page, 'name').fill(pair.name);
    await field(page, 'name').press('Enter');
    await said(page, '已登记实名');
    await dialogGone(page);
    await page.locator('dl').getByText('核对').first().waitFor();
  });

  it('notes a contact and follows it up', async () => {
    await act(page, '办理业务', '记录联系');
    await field(page, 'body').fill('想换大一号');
    await dialog(page).locator('[data-field=followUpOn] input').fill('2026-12-01');
    await dialog(page).locator('[data-field=followUpOn] input').press('Enter');
    expect(await findings(page)).toEqual([]);
    await submit(page, '记录联系');
    await dialogGone(page);
    await tab(page, '联系记录');
    await said(page, '想换大一号');
    await page.getByRole('button', { name: '已跟进', exact: true }).first().click();
    await said(page, '已标记为跟进');
  });

  it('merges the other record, shown side by side before', async () => {
    await act(page, '办理业务', '合并会员');
    await dialog(page).getByRole('button', { name: '选这一位' }).first().click();
    await said(page, '合并后');
    await documentSeen(page, '看证件');
    expect(await findings(page)).toEqual([]);
    await submit(page, '确认合并');
    await field(page, 'approval.login').fill('finance');
    await field(page, 'approval.pin').fill(STAFF_PIN);
    await submit(page, '确认合并');
    await said(page, '请会员设置新的');
    await field(page, 'pin').fill('135791');
    await field(page, 'pinAgain').fill('135791');
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await said(page, '支付密码已');
    await dialogGone(page);
    await said(page, `#${pair.again}`);
    await tab(page, '变更记录');
    await page.locator('ol.list').getByText('合并会员').first().waitFor();
    await page.goto(`/office/members/${pair.again}`);
    await page.waitForURL(`**/office/members/${pair.kept}**`);
    expect(complaints).toEqual([]);
  });
});

describe('at the counter, and at the end (en)', () => {
  let page: Page;
  let complaints: string[];
  let office: Page;
  let known: { id: number; name: string; phone: string };
  let leaving: number;

  beforeAll(async () => {
    const [found] = await rows<typeof known>(
      `SELECT id::int AS id, name, phone FROM member WHERE status = 'active' AND phone IS NOT NULL AND name IS NOT NULL AND id > 900 ORDER BY id LIMIT 1`,
    );
    if (!found) throw new Error('the demo has no members');
    known = found;
    const [made] = await rows<{ id: number }>(
      `WITH m AS (INSERT INTO member (name, level_id, home_store_id, joined_on) SELECT 'Leaving Soon', 1, 2, CURRENT_DATE RETURNING id),
            w AS (INSERT INTO wallet (member_id) SELECT id FROM m) SELECT id::int AS id FROM m`,
    );
    leaving = made?.id ?? 0;
    ({ page, complaints } = await openWindow(browser, system.baseUrl, { locale: 'en' }));
    await openDesk(page);
    ({ page: office } = await openWindow(browser, system.baseUrl, { locale: 'en' }));
    await signIn(office, 'head');
  }, 90_000);
  afterAll(async () => {
    await page.context().close();
    await office.context().close();
  });

  it('serves who is there already instead of writing them down twice', async () => {
    await page.keyboard.press('Alt+KeyN');
    await page.getByRole('dialog').waitFor();
    await field(page, 'name').fill(known.name);
    await field(page, 'phone').fill(known.phone);
    await said(page, 'This may be the same person');
    expect(await findings(page)).toEqual([]);
    await dialog(page).getByRole('button', { name: 'It is them' }).click();
    await page.locator('section.who').getByText(known.name).first().waitFor();
  });

  it('registers a real name from the acts menu, by keyboard', async () => {
    await chooseAct(page, 'Register real name');
    await said(page, 'Real name of');
    await dialogOpened(page);
    await page.keyboard.press('Enter');
    await said(page, 'The real name is registered');
    const [seen] = await rows<{ count: number }>(
      'SELECT count(*)::int AS count FROM member_identity WHERE member_id = $1',
      [known.id],
    );
    expect(seen?.count).toBe(1);
  });

  it('says what is left before somebody can be erased', async () => {
    await office.goto(`/office/members/1`);
    await act(office, 'Services', 'Erase member');
    await said(office, 'Before the member can be erased');
    await said(office, 'Principal');
    expect(await findings(office)).toEqual([]);
    await office.keyboard.press('Escape');
    await dialogGone(office);
  });

  it('erases on request, once the name is typed', async () => {
    await office.goto(`/office/members/${leaving}`);
    await act(office, 'Services', 'Erase member');
    const button = dialog(office).getByRole('button', { name: 'Erase member', exact: true });
    await field(office, 'confirmation').fill('Leaving');
    expect(await button.isDisabled()).toBe(true);
    await field(office, 'confirmation').fill('Leaving Soon');
    await button.click();
    await said(office, 'Erased: the personal data are gone');
    await said(office, 'This member was erased on request');
    expect(complaints).toEqual([]);
  });
});

it('leaves clean books', async () => {
  expect(await findingsOfBooks(system.ownerUrl)).toEqual([]);
}, 60_000);
