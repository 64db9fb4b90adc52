/// <reference lib="dom" />
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { settled } from './settled.js';

/** Rows of a table are alike: judging hundreds of them takes minutes and finds the same. */
const FURTHER_ROWS = 'tbody > tr:nth-child(n+11)';
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

type WithAxe = Window & { axe?: typeof axe };

/** What axe finds wrong on the page as it is when it stands still: WCAG 2.2 A and AA. Empty is good. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  // A colour on its way to another one is nobody's choice.
  await settled(page);
  // It is half a megabyte: brought to each document once.
  const isThere = await page.evaluate(() => (window as WithAxe).axe !== undefined);
  if (!isThere) await page.evaluate(`${axe.source};undefined`);
  return page.evaluate(
    async ({ exclude, values }) => {
      const { violations } = await (window as WithAxe).axe!.run(
        { exclude: [[exclude]] },
        { runOnly: { type: 'tag', values }, resultTypes: ['violations'] },
      );
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`,
        ),
      );
    },
    { exclude: FURTHER_ROWS, values: TAGS },
  );
}
