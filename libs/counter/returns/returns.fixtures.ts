import { randomUUID } from 'node:crypto';
import type { Db } from '#kernel';
import type { TestAnswer, TestBrowser } from '#workshop/testing';
import type { Shelved } from '../sales/sales.fixtures.js';

export type SoldLine =
  | { productId: number; qtyMilli: number; unitPriceCents: number }
  | { kind: string; amountCents: number };

/** Sells at the till of `till`. */
export async function sold(
  till: TestBrowser,
  body: { lines: SoldLine[]; tenders: object[]; dueCents: number; memberId?: number; pin?: string },
): Promise<number> {
  const answer = await till.post('/api/v1/sales', body, { key: randomUUID() });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.saleId as number;
}

export const returned = (
  by: TestBrowser,
  saleId: number,
  lines: object[],
  more: object = {},
): Promise<TestAnswer> =>
  by.post(
    `/api/v1/sales/${saleId}/returns`,
    { lines, reason: '顾客退货', ...more },
    { key: randomUUID() },
  );

export const previewed = (
  by: TestBrowser,
  saleId: number,
  lines: { lineNo: number; qtyMilli: number }[],
): Promise<TestAnswer> =>
  by.get(
    `/api/v1/sales/${saleId}/returns/preview?lines=${lines.map(({ lineNo, qtyMilli }) => `${lineNo}:${qtyMilli}`).join(',')}`,
  );

/** A line of a sale: so much of what lies on the shelf. */
export const line = ({ id, priceCents }: Shelved, qtyMilli = 1_000) => ({
  productId: id,
  qtyMilli,
  unitPriceCents: priceCents,
});

/** A line of a return. */
export const one = (lineNo: number, qtyMilli = 1_000, goods?: string) => ({
  ...{ lineNo, qtyMilli },
  ...(goods ? { goods } : {}),
});

/** What is in a wallet, and the points beside it; what is owed is less than nothing. */
export const balancesOf = async (
  db: Db,
  { memberId, walletId }: { memberId: number; walletId: number },
) =>
  Object.fromEntries(
    (
      await db.query<{ kind: string; balance: number; debt: number }>(
        `SELECT kind, balance, debt FROM ledger.account WHERE kind IN ('principal', 'bonus') AND owner_id = $1 OR kind = 'points' AND owner_id = $2`,
        [walletId, memberId],
      )
    ).map(({ kind, balance, debt }) => [kind, debt ? -debt : balance]),
  );
