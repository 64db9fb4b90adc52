/// <reference lib="dom" />
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { findingsOfBooks } from './kit/books.js';
import { accessibilityFindings } from './kit/accessibility.js';
import { openWindow, startBrowser, type Locale } from './kit/browser.js';
import { signIn } from './kit/counter.js';
import { startSystem, type System } from './kit/system.js';

let system: System;
let browser: Browser;
let stopBrowser: () => Promise<void>;
let folder: string;

beforeAll(async () => {
  system = await startSystem(process.env.SHUKE_TEST_SERVER ?? '');
  ({ browser, stop: stopBrowser } = await startBrowser());
  folder = await mkdtemp(path.join(tmpdir(), 'shuke-import-'));
}, 180_000);

afterAll(async () => {
  const findings = await findingsOfBooks(system.ownerUrl);
  await stopBrowser?.();
  await system?.stop();
  await rm(folder, { recursive: true, force: true });
  expect(findings).toEqual([]);
}, 60_000);

const WORDS = {
  'zh-CN': {
    choose: '选择文件',
    submit: '开始试算',
    adjust: '调整对应关系',
    again: '重新试算',
    sign: '确认导入',
    figure: (name: string) => `原系统的总数: ${name}`,
    figures: ['会员数', '本金', '赠送金', '积分', '剩余次数'],
    done: '导入完成',
    download: '下载有误的行',
    level: '等级“至尊老卡”',
    refused: '这个文件不能用',
    members: '查看会员',
    discard: '放弃',
  },
  en: {
    choose: 'Choose a file',
    submit: 'Start the dry run',
    adjust: 'Change the columns',
    again: 'Run again',
    sign: 'Sign and import',
    figure: (name: string) => `Previous system: ${name}`,
    figures: ['Members', 'Principal', 'Bonus', 'Points', 'Visits'],
    done: 'Import done',
    download: 'Download the refused rows',
    level: 'Level “至尊老卡”',
    refused: 'This file can’t be used',
    members: 'To the members',
    discard: 'Discard',
  },
} as const;

const HEADER = [
  '会员卡号',
  '会员姓名',
  '手机号码',
  '会员类别',
  '开卡日期',
  '余额',
  '赠送',
  '积分',
  '密码',
];

async function aFile(name: string, rows: (string | number | null)[][]): Promise<string> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('会员');
  sheet.addRow(HEADER);
  rows.forEach((row) => sheet.addRow(row));
  const file = path.join(folder, name);
  await book.xlsx.writeFile(file);
  return file;
}

/** Chooses a file the way a person does: the button opens the chooser. */
async function upload(page: Page, file: string, words: { choose: string }): Promise<void> {
  await page.goto('/office/imports/new');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: words.choose }).press('Enter');
  await (await chooser).setFiles(file);
}

/** Opens a choice and takes its last option. */
async function chooseLast(page: Page, choice: string): Promise<void> {
  await page.locator(choice).first().click();
  await page.locator('.el-select-dropdown__item:visible').last().click();
}

async function signTotals(
  page: Page,
  words: (typeof WORDS)[Locale],
  totals: readonly string[],
): Promise<void> {
  for (const [index, name] of words.figures.entries()) {
    const box = page.getByLabel(words.figure(name), { exact: true });
    await box.fill(totals[index] ?? '');
  }
}

async function confirm(page: Page, words: (typeof WORDS)[Locale]): Promise<void> {
  await page.getByRole('button', { name: words.sign }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.getByRole('button', { name: words.sign }).press('Enter');
  await page.getByRole('heading', { name: words.done }).waitFor({ timeout: 30_000 });
}

describe.each<[Locale, 'light' | 'dark', string]>([
  ['zh-CN', 'light', '1'],
  ['en', 'dark', '2'],
])('an import in the office (%s, %s)', (locale, theme, mark) => {
  const words = WORDS[locale];
  let page: Page;
  let complaints: string[];
  let errorFile: string;

  beforeAll(async () => {
    ({ page, complaints } = await openWindow(browser, system.baseUrl, { locale, theme }));
    await signIn(page, 'head');
  });
  afterAll(async () => {
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  const row = (number: number, changes: Record<number, string | number | null> = {}) =>
    [
      `OLD${mark}${String(number).padStart(4, '0')}`,
      `洪小${number}`,
      `1770${mark}00${String(number).padStart(4, '0')}`,
      '金卡',
      '2024年6月1日',
      '1,200.50',
      20,
      300,
      '888888',
    ].map((cell, column) => (column in changes ? (changes[column] ?? null) : cell));

  it('goes from the file to the members, with every total signed', async () => {
    const file = await aFile(`members-${mark}.xlsx`, [
      row(1),
      row(2, { 3: '至尊老卡' }),
      row(3, { 5: '很多' }),
    ]);
    await page.goto('/office/imports/new');
    await page.getByRole('button', { name: words.choose }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await upload(page, file, words);

    // Matched by header; what the file calls a password is gone.
    await page.getByRole('button', { name: words.submit }).waitFor({ timeout: 30_000 });
    await page
      .getByText('OLD' + mark + '0001')
      .first()
      .waitFor();
    expect(await page.getByText('888888').count()).toBe(0);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.reload();
    // No column names a store, and none is guessed.
    const submit = page.getByRole('button', { name: words.submit });
    await submit.waitFor({ timeout: 30_000 });
    expect(await submit.isDisabled()).toBe(true);
    await chooseLast(page, 'fieldset .el-select');
    await submit.press('Enter');

    // One level that nobody knows gets a meaning, then everything is judged again.
    await page.getByLabel(words.level).first().waitFor({ timeout: 30_000 });
    await chooseLast(page, 'form.words .el-select');
    await page.getByRole('button', { name: words.again }).click();
    await page.getByLabel(words.level).first().waitFor({ state: 'hidden', timeout: 30_000 });
    await page.locator('.sign').waitFor({ timeout: 30_000 });
    expect(await accessibilityFindings(page)).toEqual([]);

    const wholeFile = page.locator('[data-total="principalCents"] td');
    expect(await wholeFile.allInnerTexts()).toEqual(['2,401.00', '2,401.00', '0.00', '0.00']);
    const sign = page.getByRole('button', { name: words.sign });
    await signTotals(page, words, ['2', '2400.99', '40', '600', '0']);
    expect(await sign.isDisabled()).toBe(true);
    await page.getByLabel(words.figure(words.figures[1]), { exact: true }).fill('2401.00');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: words.download }).click();
    errorFile = path.join(folder, `errors-${mark}.xlsx`);
    await (await download).saveAs(errorFile);
    await confirm(page, words);
    expect(await accessibilityFindings(page)).toEqual([]);
    const figures = await page.locator('.outcome td').allInnerTexts();
    expect(figures.slice(0, 4)).toEqual(['2', '2', '2,401.00', '2,401.00']);
  }, 120_000);

  it('takes the corrected rows too, and the same file a second time changes nothing', async () => {
    const book = await new ExcelJS.Workbook().xlsx.readFile(errorFile);
    const sheet = book.worksheets[0]!;
    const header = (sheet.getRow(1).values as string[]).slice(1);
    const principalAt = header.findIndex((name) => ['本金', 'Principal'].includes(name)) + 1;
    expect(sheet.getCell(2, principalAt).text).toBe('很多');
    sheet.getCell(2, principalAt).value = 1200.5;
    const corrected = path.join(folder, `corrected-${mark}.xlsx`);
    await writeFile(corrected, Buffer.from(await book.xlsx.writeBuffer()));

    await upload(page, corrected, words);
    await page.getByRole('button', { name: words.submit }).click({ timeout: 30_000 });
    // The template has a column for the store, left blank here: asked, not guessed.
    await page.locator('form.words').waitFor({ timeout: 30_000 });
    await chooseLast(page, 'form.words .el-select');
    await page.getByRole('button', { name: words.again }).click();
    await page.locator('.sign').waitFor({ timeout: 30_000 });
    await signTotals(page, words, ['1', '1200.50', '20', '300', '0']);
    await confirm(page, words);

    await upload(page, corrected, words);
    await page.getByRole('button', { name: words.submit }).click({ timeout: 30_000 });
    await page.getByRole('button', { name: words.adjust }).waitFor({ timeout: 30_000 });
    expect(await page.locator('.sign').count()).toBe(0);
    await page.getByRole('button', { name: words.discard, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: words.discard, exact: true }).press('Enter');
    await dialog.waitFor({ state: 'hidden' });

    await page.goto(`/office/members?q=OLD${mark}0003`);
    await page.getByText('洪小3').first().waitFor();
    await page.getByText('1,200.50').first().waitFor();
  }, 120_000);

  it('says what to do with a file that can’t be used', async () => {
    const file = path.join(folder, `old-${mark}.xls`);
    await writeFile(
      file,
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    );
    await upload(page, file, words);
    await page.getByText(words.refused).waitFor({ timeout: 30_000 });
    await page.getByText('.xlsx').first().waitFor();
    await page.goto('/office/imports');
    await page.getByText(`members-${mark}.xlsx`).first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  }, 60_000);
});
