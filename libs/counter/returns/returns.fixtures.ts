import { randomUUID } from 'node:crypto';
import type { TestAnswer, TestBrowser } from '#workshop/testing';

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
