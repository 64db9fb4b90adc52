/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { PHONE } from './browser.js';
import { signIn } from './counter.js';
import { settled } from './settled.js';

/** Every page of the menu: the phone's drawer has all areas; the tabs of a page are found when it is open (withTabs). */
export async function menuOf(page: Page): Promise<string[]> {
  const viewport = page.viewportSize() ?? PHONE;
  await page.setViewportSize(PHONE);
  await signIn(page, 'head');
  await page.locator('.topbar button').first().click();
  const links = page.locator('.in-drawer nav a[href^="/office"]');
  await links.first().waitFor();
  const menu = await hrefsOf(links);
  await page.setViewportSize(viewport);
  return menu;
}

const hrefsOf = (links: Locator): Promise<string[]> =>
  links.evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute('href') ?? ''))]);

/** The tabs of the open page join the pages that are still to be looked at. */
export async function withTabs(page: Page, menu: string[]): Promise<void> {
  for (const tab of await hrefsOf(page.locator('#content .tabs a')))
    if (!menu.includes(tab)) menu.push(tab);
}

/** Loads a page of the office, as from its address. */
export async function open(page: Page, href: string): Promise<void> {
  await page.goto(href);
  await page.locator('#content h1').first().waitFor();
  await settled(page);
}

/** Goes to a page of the office without loading the app again, as a link and the browser's own back do. */
export async function goOn(page: Page, href: string): Promise<void> {
  await page.evaluate((to) => {
    document.querySelector('#content h1')?.setAttribute('data-before', '');
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, href);
  await page.locator('#content h1:not([data-before])').first().waitFor();
  await settled(page);
}

/** How much wider the page is than its window. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
