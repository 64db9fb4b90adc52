// `pnpm run screenshots`: drives a demo chain of its own and writes the main screens to docs/screenshots.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { prepareRoles, startPostgres } from '#workshop/embedded-database';
import { DESK, openWindow, PHONE, startBrowser, type Locale, type Theme } from './kit/browser.js';
import { find, openDesk, scan, signIn } from './kit/counter.js';
import { fill } from './kit/keyboard.js';
import { dialogOpened, settled } from './kit/settled.js';
import { rootFolder, startSystem } from './kit/system.js';

const OFFICE = { width: 1440, height: 900 };
const folder = path.join(rootFolder(), 'docs/screenshots');

async function keep(page: Page, name: string, variant: string): Promise<void> {
  await settled(page);
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: path.join(folder, `${name}.${variant}.png`) });
  console.log(`  ${name}.${variant}.png`);
}

/** A member at the counter with three lines in the cart, to be paid from wallet and cash. */
async function aSaleInTheMaking(page: Page): Promise<void> {
  await openDesk(page);
  // By phone: there are two of her name.
  await page.keyboard.press('F4');
  await page.keyboard.insertText('10038462046');
  await page.keyboard.press('Enter');
  await settled(page);
  await scan(page, '2068000000022');
  await page.locator('.cart tbody tr').first().waitFor();
  await scan(page, '2068000000022');
  await find(page, 'ajsxfs500');
  await find(page, '头皮护理 45');
  await page.getByText('281.70').first().waitFor();
  await page.keyboard.press('Alt+Digit1');
  await fill(page, '200');
  await page.keyboard.press('Alt+Digit3');
  await fill(page, '100');
}

async function desk(
  browser: Browser,
  baseUrl: string,
  locale: Locale,
  theme: Theme,
): Promise<void> {
  const variant = `${locale}.${theme}`;
  const { page, context } = await openWindow(browser, baseUrl, { locale, theme, viewport: DESK });
  await page.goto('/sign-in');
  await page.locator('#login').waitFor();
  await keep(page, 'sign-in', variant);
  await aSaleInTheMaking(page);
  await keep(page, 'desk-sale', variant);
  await page.keyboard.press('F8');
  await dialogOpened(page);
  await fill(page, '1000');
  await keep(page, 'desk-top-up', variant);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').first().waitFor({ state: 'hidden' });
  await page.keyboard.press('Alt+KeyN');
  await page.getByRole('dialog').first().waitFor();
  await keep(page, 'desk-register', variant);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').first().waitFor({ state: 'hidden' });
  await page.keyboard.press('Alt+KeyK');
  await page.locator('#member-acts li').first().waitFor();
  await keep(page, 'desk-services', variant);
  await context.close();
}

async function phone(browser: Browser, baseUrl: string, locale: Locale): Promise<void> {
  const { page, context } = await openWindow(browser, baseUrl, { locale, viewport: PHONE });
  await aSaleInTheMaking(page);
  await keep(page, 'desk-sale', `${locale}.phone`);
  await page.goto('/office/members');
  await context.close();
  const office = await openWindow(browser, baseUrl, { locale, viewport: PHONE });
  await signIn(office.page, 'head');
  await office.page.goto('/office/overview');
  await keep(office.page, 'office-overview', `${locale}.phone`);
  await office.context.close();
}

async function office(
  browser: Browser,
  baseUrl: string,
  locale: Locale,
  theme: Theme,
): Promise<void> {
  const { page, context } = await openWindow(browser, baseUrl, { locale, theme, viewport: OFFICE });
  await signIn(page, 'head');
  const pages = {
    'office-overview': 'overview',
    'office-members': 'members',
    'office-member': 'members/1',
    'office-products': 'products',
    'office-stock': 'stock',
    'office-sales': 'sales',
    'office-settings': 'settings',
    'office-books': 'books',
    'office-segments': 'segments',
    'office-top-up-rules': 'top-up-rules',
    'office-cards': 'cards',
    'office-approvals': 'approvals',
    'office-payouts': 'payouts',
    'report-consumption': 'reports/consumption-detail',
    'office-staff': 'staff',
  };
  for (const [name, where] of Object.entries(pages)) {
    await page.goto(`/office/${where}`);
    await page.locator('h1').first().waitFor();
    await keep(page, name, `${locale}.${theme}`);
  }
  await context.close();
}

const PASSWORD = 'shuke-test';
const scratch = await mkdtemp(path.join(tmpdir(), 'shuke-screenshots-'));
const server = await startPostgres({
  folder: path.join(scratch, 'postgres'),
  superuserPassword: PASSWORD,
  maxConnections: 100,
  durable: false,
});
try {
  await prepareRoles(server.superuserUrl, { owner: PASSWORD, app: PASSWORD });
  const system = await startSystem(server.superuserUrl);
  const { browser, stop } = await startBrowser();
  try {
    await mkdir(folder, { recursive: true });
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        await desk(browser, system.baseUrl, locale, theme);
        await office(browser, system.baseUrl, locale, theme);
      }
      await phone(browser, system.baseUrl, locale);
    }
  } finally {
    await stop();
    await system.stop();
  }
} finally {
  await server.stop();
  await rm(scratch, { recursive: true, force: true });
}
