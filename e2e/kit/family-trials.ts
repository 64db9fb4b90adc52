/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { accessibilityFindings } from './accessibility.js';
import { barcodeOf, chooseAct, inTheForm, register, scan, serve } from './counter.js';

export interface Family {
  owner: { name: string; phone: string; pin: string };
  child: { name: string; phone: string; pin: string };
  /** A printed card of the till's stock. */
  cardNo: string;
}

const said = (page: Page, words: string) => page.getByText(words).first().waitFor();
const dialogGone = (page: Page) => page.getByRole('dialog').first().waitFor({ state: 'hidden' });

/** The child joins and gets a card on the owner's stored value, who agrees with their PIN (zh-CN). */
export async function bindFamilyCard(page: Page, { owner, child, cardNo }: Family): Promise<void> {
  await page.keyboard.press('Escape');
  await register(page, 'zh-CN', { ...child, topUpYuan: '10' });
  await chooseAct(page, '办卡');
  await inTheForm(page);
  await page.locator('[data-field=cardNo] input').fill(cardNo);
  await page.getByText('家人的（副卡）').click();
  await page.locator('[data-field=walletOfMemberId] input').fill(owner.name);
  await page.getByRole('option', { name: new RegExp(owner.name) }).click();
  await page.locator('[data-field="identity.pin"] input').fill(owner.pin);
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await said(page, '已办卡');
  await dialogGone(page);
}

/** A coffee paid with it: panel, tender, PIN and receipt name the owner. */
export async function payByFamilyCard(
  page: Page,
  ownerUrl: string,
  { owner, cardNo }: Family,
): Promise<void> {
  await scan(page, cardNo);
  await said(page, `使用 ${owner.name} 的储值`);
  await scan(page, await barcodeOf(ownerUrl, '海盐焦糖拿铁 大杯'));
  await page.locator('.cart tbody tr').first().waitFor();
  await page.keyboard.press('Alt+Digit1');
  await said(page, `付后 ${owner.name} 的储值`);
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.keyboard.press('F2');
  await said(page, '请主卡会员输入主卡支付密码');
  await page.waitForFunction(() => document.activeElement?.id === 'member-pin');
  await page.keyboard.type(owner.pin);
  await page.keyboard.press('Enter');
  await said(page, `${owner.name} 的储值余额`);
  await page.keyboard.press('Escape');
}

/** The owner has it stopped at the counter. */
export async function stopFamilyCard(page: Page, { owner, child }: Family): Promise<void> {
  await serve(page, owner);
  await said(page, `副卡：${child.name}`);
  await chooseAct(page, '停用副卡');
  await page.locator('[data-field="identity.pin"] input').fill(owner.pin);
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await said(page, '已解除绑定');
  await dialogGone(page);
}
