/// <reference lib="dom" />
import type { Browser, Locator, Page } from 'playwright-core';
import { openWindow, startBrowser, type Locale } from './browser.js';
import { asOwner, openDesk, scan, signIn, takeTill } from './counter.js';
import { fill } from './keyboard.js';
import { openOtherTill, type OtherTill } from './other-till.js';
import { startSystem, type System } from './system.js';

export interface Goods {
  id: number;
  name: string;
  barcode: string;
  priceCents: number;
  /** Pieces at the store. */
  onHand: number;
}

/** One product with its demo chain for a file of trials, each at a desk and with goods of its own. */
export class DeskTrials {
  private constructor(
    private readonly system: System,
    private readonly browser: Browser,
    private readonly stopBrowser: () => Promise<void>,
    readonly otherTill: OtherTill,
    private readonly shelf: Goods[],
  ) {}

  static async start(server: string): Promise<DeskTrials> {
    const system = await startSystem(server);
    const { browser, stop } = await startBrowser();
    const otherTill = await openOtherTill(system.baseUrl);
    const { rows } = await asOwner(system.ownerUrl, (client) =>
      client.query<Goods>(
        `SELECT p.id::int, p.name, b.barcode, p.list_price_cents::int AS "priceCents", (a.balance / 1000)::int AS "onHand"
           FROM product p JOIN product_barcode b ON b.product_id = p.id JOIN store s ON s.code = 'RM'
           JOIN ledger.account a ON a.kind = 'stock' AND a.owner_id = s.id AND a.unit = 'G:' || p.id
          WHERE p.status = 'active' AND NOT p.weighed AND a.balance BETWEEN 5000 AND 900000 AND p.list_price_cents BETWEEN 1000 AND 8000
            AND NOT EXISTS (SELECT FROM store_price o WHERE o.product_id = p.id)
          ORDER BY p.id`,
      ),
    );
    return new DeskTrials(system, browser, stop, otherTill, rows);
  }

  async stop(): Promise<void> {
    await this.stopBrowser();
    await this.system.stop();
  }

  get ownerUrl(): string {
    return this.system.ownerUrl;
  }

  async rows<Row>(text: string, parameters: unknown[] = []): Promise<Row[]> {
    return asOwner(
      this.ownerUrl,
      async (client) => (await client.query(text, parameters)).rows as Row[],
    );
  }

  /** Goods that no other trial touches. */
  goods(): Goods {
    const goods = this.shelf.shift();
    if (!goods) throw new Error('The demo chain has too few goods for these trials.');
    return goods;
  }

  /** How many sales there are with it. */
  async salesOf({ id }: Goods): Promise<number> {
    const [row] = await this.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM sale_line WHERE product_id = $1',
      [id],
    );
    return row?.n ?? 0;
  }

  /** A desk for one trial: a new browser at the first till of the store. Nothing may be left on its console. */
  async atTheDesk(
    work: (page: Page) => Promise<void>,
    options: { login?: string; locale?: Locale } = {},
  ): Promise<void> {
    const { login = 'cashier', locale = 'zh-CN' } = options;
    const { context, page, complaints } = await openWindow(this.browser, this.system.baseUrl, {
      locale,
    });
    try {
      if (login === 'cashier') await openDesk(page, login);
      else await openDeskFromOffice(page, login);
      await work(page);
      if (complaints.length) throw new Error(`On the console: ${complaints.join('; ')}`);
    } finally {
      await context.close();
    }
  }
}

/** Who has an office starts there, and chooses among the tills of more stores. */
async function openDeskFromOffice(page: Page, login: string): Promise<void> {
  await signIn(page, login);
  await page.goto('/desk');
  await page.locator('#places [role=option]').first().waitFor();
  await page.keyboard.insertText('人民路');
  await takeTill(page);
}

export const lines = (page: Page): Locator => page.locator('.cart tbody tr');
/** What stands in the way of the money. */
export const problem = (page: Page): Locator => page.locator('[data-test=pay-problem]');
/** A message that passes. */
export const said = (page: Page, text: string | RegExp): Promise<void> =>
  page.locator('.el-message').filter({ hasText: text }).first().waitFor();
export const sold = (page: Page): Promise<void> => page.locator('[data-test=change]').waitFor();
export const yuan = (cents: number): string => (cents / 100).toFixed(2);
/** A dialog has opened and its first entry has the keyboard. */
export async function inDialog(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.activeElement?.tagName === 'INPUT' &&
      document.activeElement.closest('[role=dialog]') !== null,
  );
}

export async function scanGoods(page: Page, { barcode, name }: Goods): Promise<void> {
  await scan(page, barcode);
  await lines(page).filter({ hasText: name }).waitFor();
}

export async function setQuantity(page: Page, pieces: number): Promise<void> {
  await page.keyboard.press('Alt+KeyQ');
  await fill(page, String(pieces));
  await page.keyboard.press('Enter');
}

/** How much stored value the panel of the member shows. */
export const balance = (page: Page): Locator =>
  page.locator('section.who [data-test=held-stored-value]');

/** Scans a member's phone as their code and waits for the balance. */
export async function serve(page: Page, member: { name: string; phone: string }): Promise<void> {
  await scan(page, member.phone);
  await page.locator('section.who').getByText(member.name).first().waitFor();
  await balance(page).getByText(/\d/).waitFor();
}
