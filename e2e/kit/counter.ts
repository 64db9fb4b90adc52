/// <reference lib="dom" />
import pg from 'pg';
import type { Locator, Page } from 'playwright-core';
import type { Locale } from './browser.js';
import { fill, scan, tabTo } from './keyboard.js';
import { settled } from './settled.js';

/** The rank of the demo chain's gold level. */
const GOLD = 3;

/** What the screens say, where a journey has to find it by its words. */
export const WORDS = {
  'zh-CN': {
    find: '查找会员或商品',
    newMember: '新会员',
    name: '姓名',
    phone: '手机号',
    level: '等级',
    pin: '支付密码',
    pinAgain: '再输一次',
    amount: '充值金额',
    register: '登记',
    topUp: '充值',
    walletPin: '密码',
    sold: '收款完成',
    member: '会员',
  },
  en: {
    find: 'Find a member or item',
    newMember: 'New member',
    name: 'Name',
    phone: 'Phone',
    level: 'Level',
    pin: 'PIN',
    pinAgain: 'Again',
    amount: 'Amount',
    register: 'Register',
    topUp: 'Top up',
    walletPin: 'PIN',
    sold: 'Paid',
    member: 'Member',
  },
} as const satisfies Record<Locale, Record<string, string>>;

/** Signs in with the keyboard alone; the page is the sign-in page afterwards gone. */
export async function signIn(page: Page, login: string, password = 'shuke-demo'): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('#login').waitFor();
  await page.locator('#login').focus();
  await page.keyboard.type(login);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** From the sign-in to the desk, at the first till of the list. */
export async function openDesk(page: Page, login = 'cashier'): Promise<void> {
  await signIn(page, login);
  // Who has an office begins there.
  if (login !== 'cashier') await page.goto('/desk');
  const box = page.locator('[role=combobox]');
  const tills = page.locator('[role=option]').first();
  await box.or(tills).first().waitFor();
  if (!(await page.locator('.desk').isVisible())) {
    await tills.waitFor();
    await takeTill(page);
  }
}

/** At the chosen till of the list; whoever sat there in an earlier browser leaves it. */
export async function takeTill(page: Page): Promise<void> {
  const desk = page.locator('.desk');
  const takeOver = page.locator('.chooser .taken button');
  await page.keyboard.press('Enter');
  await desk.or(takeOver).first().waitFor();
  if (!(await desk.isVisible())) await takeOver.click();
  await desk.waitFor();
}

/** Types into the one box and takes the first find. */
export async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press('F4');
  await page.keyboard.insertText(text);
  await page.locator('#finds [role=option]').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('#finds').waitFor({ state: 'hidden' });
}

export interface NewMember {
  name: string;
  phone: string;
  pin: string;
  topUpYuan: string;
}

/** The registration dialog from key to key: who, level gold, card, PIN twice, first top-up. */
export async function register(page: Page, locale: Locale, member: NewMember): Promise<void> {
  const words = WORDS[locale];
  await page.keyboard.press('Alt+KeyN');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.waitForFunction(
    () =>
      document.activeElement?.tagName === 'INPUT' &&
      document.activeElement.closest('[role=dialog]') !== null,
  );
  await page.keyboard.insertText(member.name);
  await tabTo(page, words.phone);
  await page.keyboard.type(member.phone);
  await tabTo(page, words.level);
  for (let level = 1; level < GOLD; level += 1) await page.keyboard.press('ArrowDown');
  await tabTo(page, words.pin);
  await page.keyboard.type(member.pin);
  await page.keyboard.press('Tab');
  await page.keyboard.type(member.pin);
  await tabTo(page, words.amount);
  await fill(page, member.topUpYuan);
  await settled(page);
  await page.keyboard.press('F2');
  const slip = slipIn(page);
  const warning = page.locator('section.limit');
  await slip.or(warning).first().waitFor();
  if (await warning.isVisible()) await acceptLimit(page);
  // The slip of the first top-up follows; it is closed, not printed.
  await slip.waitFor();
  await page.keyboard.press('Escape');
  await dialog.first().waitFor({ state: 'hidden' });
}

/** A slip that is shown; the desk behind it may still show the receipt of the last sale. */
export const slipIn = (page: Page): Locator =>
  page
    .getByRole('dialog')
    .getByText(/[A-Z]{2}-\d{8}-\d{4}/)
    .first();

/** Above the prepaid limit of who is not registered a warning is read first: its box has the focus. */
export async function acceptLimit(page: Page): Promise<void> {
  await page.locator('section.limit').waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('section.limit') !== null);
  await page.keyboard.press('Space');
  await page.keyboard.press('F2');
}

/** The member of a phone comes to the counter, whoever was there before. */
export async function serve(page: Page, who: { phone: string; name: string }): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+KeyM');
  await scan(page, who.phone);
  await page.locator('section.who').getByText(who.name).first().waitFor();
}

/** Chooses an act for the member at the counter by its words, and waits for its dialog. */
export async function chooseAct(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Alt+KeyK');
  await page.locator('#member-acts').waitFor();
  await page.waitForFunction(() => document.activeElement?.matches('[role=dialog] input.filter'));
  await page.keyboard.insertText(words);
  await page.locator('#member-acts [role=option]').first().getByText(words).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('#member-acts').waitFor({ state: 'hidden' });
  await page.getByRole('dialog').first().waitFor();
}

/** The form of a dialog has the keyboard, not the box of the desk behind it. */
export async function inTheForm(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.activeElement?.matches('[role=dialog] form input, [role=dialog] input:not(.filter)'),
  );
}

export { scan };

/** Reads or arranges things as the database's owner. */
export async function asOwner<T>(
  ownerUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The rows of a query, read as the database's owner. */
export const ownersRows = <Row>(
  ownerUrl: string,
  text: string,
  parameters: unknown[] = [],
): Promise<Row[]> =>
  asOwner(ownerUrl, async (client) => (await client.query(text, parameters)).rows as Row[]);

/** A rule that makes the wallet of golden G05: pay 1,072.00, get 214.50. */
export async function arrangeGoldenRule(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, (client) =>
    client.query(
      `INSERT INTO top_up_rule (name, starts_on, pay_cents, bonus_cents) VALUES ('G05', '2020-01-01', 107200, 21450)`,
    ),
  );
}

/** The barcode of a product by its name. */
export async function barcodeOf(ownerUrl: string, name: string): Promise<string> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ barcode: string }>(
      'SELECT barcode FROM product_barcode JOIN product ON product.id = product_id WHERE name = $1',
      [name],
    );
    return rows[0]?.barcode ?? '';
  });
}

/** Somebody's document was seen, and its last four typed. Of a member without a PIN nothing else can be said, so nothing is chosen. */
export async function documentSeen(page: Page, words: string): Promise<void> {
  const choice = page.getByText(words);
  await page.locator('[role=dialog] select').or(choice).first().waitFor();
  if (await choice.isVisible()) await choice.click();
  await page.locator('[data-field="identity.last4"] input').fill('281X');
}

/** Fills in fields of the form by their names, and sends it. */
export async function typed(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values))
    await page.locator(`[data-field="${name}"] input`).fill(value);
  await page.keyboard.press('Enter');
}
