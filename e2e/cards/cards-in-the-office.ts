/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings } from '../kit/accessibility.js';
import { openWindow } from '../kit/browser.js';
import { documentSeen, ownersRows, signIn, typed } from '../kit/counter.js';
import { dialogOpened } from '../kit/settled.js';
import type { System } from '../kit/system.js';

const said = (page: Page, words: string) => page.getByText(words).first().waitFor();

async function inCard(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: words }).first().click();
  await dialogOpened(page);
}

/** What head office does with cards: one card, the list of them, stock, ranges; a level and a PIN of their holder (en). */
export function cardsInTheOffice(
  place: () => { system: System; browser: Browser; newPin: string },
): void {
  const rows = <Row>(text: string): Promise<Row[]> => ownersRows(place().system.ownerUrl, text);
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    ({ page, complaints } = await openWindow(place().browser, place().system.baseUrl, {
      locale: 'en',
    }));
    await signIn(page, 'head');
  }, 60_000);
  afterAll(() => page.context().close());

  it('tells what became of a number, and extends a card that has ended', async () => {
    const [replaced] = await rows<{ cardNo: string }>(
      `SELECT card_no AS "cardNo" FROM card WHERE status = 'replaced' ORDER BY id LIMIT 1`,
    );
    await page.goto(`/office/cards/${replaced?.cardNo}`);
    await said(page, 'Replaced by');
    expect(await accessibilityFindings(page)).toEqual([]);
    const [ended] = await rows<{ cardNo: string }>(
      `SELECT card_no AS "cardNo" FROM card WHERE status = 'active' AND expires_on < current_date ORDER BY id LIMIT 1`,
    );
    await page.goto(`/office/cards/${ended?.cardNo}`);
    await said(page, 'Expired');
    await inCard(page, 'Extend the card');
    await page.getByRole('button', { name: 'One year' }).click();
    await page.locator('[data-field=reason] input').fill('Renewed');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await said(page, 'is good through');
    await said(page, 'Renewed');
  });

  it('freezes a card from the list, and unfreezes it when a document was seen', async () => {
    await page.goto('/office/cards?status=active');
    await page
      .getByRole('button', { name: /^Actions for card/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Report lost' }).click();
    await dialogOpened(page);
    await page.keyboard.press('Enter');
    await said(page, 'is reported lost');
    await page.goto('/office/cards?status=lost');
    await page
      .getByRole('button', { name: /^Actions for card/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Unfreeze' }).click();
    await documentSeen(page, 'Document seen');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Unfreeze' }).click();
    await typed(page, { 'approval.login': 'finance', 'approval.pin': '246810' });
    await said(page, 'works again');
  });

  it('receives printed cards, sends them on and takes a parcel in', async () => {
    await page.goto('/office/card-stock');
    await said(page, 'Ready');
    expect(await accessibilityFindings(page)).toEqual([]);
    await inCard(page, 'Receive cards');
    await page.locator('[data-field=storeId] select').selectOption({ index: 1 });
    await page.getByText('A quantity').click();
    await page.locator('[data-field=quantity] input').fill('5');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await said(page, '5 cards received');
    await page.goto('/office/card-stock/documents');
    await page
      .getByRole('button', { name: /^Receive #/ })
      .first()
      .click();
    await dialogOpened(page);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Receive' }).click();
    await said(page, 'cards received');
  });

  it('gives a store a range of numbers', async () => {
    await page.goto('/office/card-ranges');
    await said(page, '6800 1027');
    expect(await accessibilityFindings(page)).toEqual([]);
    await inCard(page, 'Assign a range');
    await page.locator('[data-field=range] input').fill('1027');
    await page.keyboard.press('Enter');
    await said(page, 'This range is given already');
    await page.locator('[data-field=range] input').fill('');
    await page.keyboard.press('Enter');
    await said(page, 'has the range');
  });

  it('sets a level by hand and resets a PIN, each with its reason', async () => {
    const [member] = await rows<{ id: string }>(
      `SELECT m.id FROM member m JOIN level l ON l.id = m.level_id WHERE l.rank = 1 AND m.pin_hash IS NOT NULL AND NOT EXISTS (SELECT FROM member_identity i WHERE i.member_id = m.id) ORDER BY m.id DESC LIMIT 1`,
    );
    await page.goto(`/office/members/${member?.id}`);
    const menu = page.getByRole('button', { name: 'Services' });
    await menu.click();
    await page.getByRole('menuitem', { name: 'Change the level' }).click();
    await page.getByRole('dialog').waitFor();
    await page.getByText('金卡').last().click();
    await page.locator('[data-field=reason] input').fill('Complaint');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await said(page, 'The level is 金卡 now');
    await menu.click();
    await page.getByRole('menuitem', { name: 'Reset the PIN' }).click();
    await documentSeen(page, 'Document seen');
    await typed(page, { reason: 'Forgotten', pin: place().newPin, pinAgain: place().newPin });
    // Nobody has written down a document of theirs: another person agrees.
    await typed(page, { 'approval.login': 'finance', 'approval.pin': '246810' });
    await said(page, 'The PIN is changed');
    await page.getByRole('tab', { name: 'Levels' }).click();
    await said(page, 'Complaint');
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('has nothing to complain about on the console', () => {
    expect(complaints).toEqual([]);
  });
}
