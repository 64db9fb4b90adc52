import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { unpackChromium } from './chromium.js';
import { followTraffic } from './settled.js';

// The package's own flags would turn web security off.
const FLAGS = [
  '--headless=shell',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type Locale = 'zh-CN' | 'en';
export type Theme = 'light' | 'dark';

/** Real Chromium from the packages of the project: the one the test run unpacked, or a copy of its own. */
export async function startBrowser(): Promise<{ browser: Browser; stop(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shuke-chromium-'));
  const executablePath = process.env.SHUKE_CHROMIUM ?? (await unpackChromium(folder));
  const browser = await chromium.launch({ executablePath, args: FLAGS, headless: true });
  return {
    browser,
    stop: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const DESK = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

/** A person's browser: their language and theme, nobody signed in. Console errors end up in `complaints`. */
export async function openWindow(
  browser: Browser,
  baseUrl: string,
  options: { locale?: Locale; theme?: Theme; viewport?: { width: number; height: number } } = {},
): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const { locale = 'zh-CN', theme = 'light', viewport = DESK } = options;
  const context = await browser.newContext({
    baseURL: baseUrl,
    locale,
    colorScheme: theme,
    viewport,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  followTraffic(page);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refused request is part of a journey; what the page itself complains about is not.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  return { context, page, complaints };
}
