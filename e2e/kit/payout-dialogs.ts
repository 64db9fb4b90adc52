/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { accessibilityFindings } from './accessibility.js';
import { chooseAct, inTheForm, serve } from './counter.js';

export const STAFF_PIN = '246810';

/** Who is served at the desk. */
export interface Served {
  phone: string;
  name: string;
}

/** The dialog in front. */
export const dialog = (page: Page) => page.getByRole('dialog').last();
export const noDialog = (page: Page) =>
  page.getByRole('dialog').first().waitFor({ state: 'hidden' });
/** The entry of a field in it. */
export const field = (page: Page, name: string) =>
  dialog(page).locator(`[data-field="${name}"] input`).first();

/** At the desk: the member is named, the act is chosen by its word. */
export async function begin(page: Page, who: Served, word: string): Promise<void> {
  await serve(page, who);
  await chooseAct(page, word);
  await inTheForm(page);
}

/** Another person agrees on the same screen. */
export async function agree(page: Page, login = 'manager'): Promise<void> {
  await field(page, 'approval.login').waitFor();
  await field(page, 'approval.login').fill(login);
  await field(page, 'approval.pin').fill(STAFF_PIN);
  await page.keyboard.press('Enter');
}

/** The slip that follows; it is read and closed. */
export async function slipOf(page: Page): Promise<string> {
  const slip = dialog(page).locator('.receipt');
  await slip.waitFor();
  const text = (await slip.innerText()).replace(/\s+/g, ' ');
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await noDialog(page);
  return text;
}
