/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** What has the focus, by the name that a screen reader would say, its text or its placeholder. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return '';
    const labels =
      'labels' in element
        ? [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent ?? '')
        : [];
    const described = (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '');
    return [
      element.getAttribute('aria-label') ?? '',
      ...labels,
      ...described,
      element.textContent ?? '',
      element.getAttribute('placeholder') ?? '',
    ]
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  });
}

/** Moves the focus with the Tab key alone until it is on something called `name`. */
export async function tabTo(
  page: Page,
  name: string | RegExp,
  options: { back?: boolean } = {},
): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    const here = await focused(page);
    if (typeof name === 'string' ? here.includes(name) : name.test(here)) return;
    seen.push(here.slice(0, 40));
    await page.keyboard.press(options.back ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`Nothing called ${name} can be reached by Tab. Seen: ${seen.join(' | ')}`);
}

/** Replaces what the focused field holds. */
export async function fill(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** A scanner or card reader: a keyboard that types fast and ends with Enter. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code, { delay: 4 });
  await page.keyboard.press('Enter');
}
