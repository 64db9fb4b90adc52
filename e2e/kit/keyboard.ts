/// <reference lib="dom" />
import type { CDPSession, Page } from 'playwright-core';

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

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/**
 * Keys that follow each other after so many milliseconds, however slow the machine is: scanners are told from people by the
 * time stamps of the events, and real keys of a busy machine come too far apart.
 */
export async function pressInTime(
  page: Page,
  keys: readonly { key: string; afterMs: number }[],
): Promise<void> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  let at = Date.now();
  for (const { key, afterMs } of keys) {
    at += afterMs;
    const timestamp = at / 1_000;
    const text = key === 'Enter' ? '\r' : key;
    const capital = key.toUpperCase();
    const isPlain = /^[A-Z0-9]$/.test(capital);
    const event = {
      key,
      code: isPlain ? `${/\d/.test(key) ? 'Digit' : 'Key'}${capital}` : key === 'Enter' ? key : '',
      windowsVirtualKeyCode: key === 'Enter' ? 13 : isPlain ? capital.charCodeAt(0) : 0,
      timestamp,
    };
    await (await session).send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...event });
    await (await session).send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }
}

/** A scanner or card reader: a keyboard that types fast and ends with Enter. */
export async function scan(page: Page, code: string): Promise<void> {
  await pressInTime(
    page,
    [...code, 'Enter'].map((key) => ({ key, afterMs: 4 })),
  );
}
