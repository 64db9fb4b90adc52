import { randomUUID } from 'node:crypto';
import type { TestApp } from '#workshop/testing';
import { aShopper, shelved } from '../../counter/sales/sales.fixtures.js';

export const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };

export interface ThreeSales {
  /** At RM, by '=王小明'. */
  valid: number;
  /** At RM. */
  voided: number;
  /** At BJ. */
  elsewhere: number;
}

/**
 * Three sales of 100.00, with a gold member's discount 90.00: 60.00 from the wallet, 30.00 in cash.
 * Leaves the manager at the till of BJ.
 */
export async function threeSales({ as, db, org }: TestApp): Promise<ThreeSales> {
  const manager = as('manager');
  const sell = async (storeId: number): Promise<number> => {
    const at = { storeId, staffId: org.staffIds.manager };
    const gold = { levelId: org.levelIds.gold, principalCents: 100_00, bonusCents: 20_00 };
    const [shopper, product] = await db.write(async (tx) => [
      await aShopper(tx, { ...at, ...gold }),
      await shelved(tx, at, { name: '洗发水', priceCents: 50_00 }),
    ]);
    const sale = {
      memberId: shopper.memberId,
      cardNo: shopper.cardNo,
      lines: [{ productId: product.id, qtyMilli: 2_000, unitPriceCents: 50_00 }],
      tenders: [
        { tender: 'wallet', amountCents: 60_00 },
        { tender: 'cash', amountCents: 30_00, givenCents: 30_00 },
      ],
      dueCents: 90_00,
    };
    const answer = await manager.post('/api/v1/sales', sale, { key: randomUUID() });
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body.saleId;
  };
  const valid = await sell(org.renminId);
  const voided = await sell(org.renminId);
  await manager.post(`/api/v1/sales/${voided}/void`, { reason: '录错' }, { key: randomUUID() });
  await manager.sitAt(org.binjiangTillId);
  const elsewhere = await sell(org.binjiangId);
  const rename =
    "UPDATE member SET name = '=王小明' WHERE id = (SELECT member_id FROM sale WHERE id = $1)";
  await db.query(rename, [valid]);
  return { valid, voided, elsewhere };
}
