import { businessDateOf } from '#kernel';
import { SaleVoids } from '#counter/sales';
import type { DemoActs } from './demo-acts.js';
import { DEMO_STAFF_PIN } from './demo-payouts.js';

const VOIDED = 9;
const REASONS = ['录入错误', '顾客改了主意', '商品扫重了', '支付方式选错'] as const;

const approval = { login: 'finance', pin: DEMO_STAFF_PIN };

/** A few of the latest sales were keyed by mistake: voided the same day by the store's manager, later by head office. */
export async function demoVoids({ db, now, service, actor, random, key }: DemoActs): Promise<void> {
  const recent = await db.query<{ id: number; storeId: number; madeOn: string }>(
    `SELECT id, store_id AS "storeId", business_date AS "madeOn" FROM sale WHERE store_id IN (2, 3) ORDER BY at DESC, id DESC LIMIT 400`,
  );
  const voids = service(SaleVoids);
  for (let count = 0; count < VOIDED; count += 1) {
    const [sale] = recent.splice(random.whole(0, recent.length - 1), 1);
    if (sale) {
      const reason = random.pick(REASONS);
      const manager = actor('manager', sale.storeId);
      const isLate = manager.till !== null && sale.madeOn < businessDateOf(now, manager.till);
      const by = isLate ? actor('head', sale.storeId) : manager;
      await voids.void(by, sale.id, { reason, approval }, key());
    }
  }
}
