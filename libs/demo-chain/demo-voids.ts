import { SalesService } from '#sales';
import type { DemoActs } from './demo-acts.js';

const VOIDED = 9;
const REASONS = ['录入错误', '顾客改了主意', '商品扫重了', '支付方式选错'] as const;

/** A few of the latest sales were keyed by mistake and voided by the store's manager. */
export async function demoVoids({ db, service, actor, random, key }: DemoActs): Promise<void> {
  const recent = await db.query<{ id: number; storeId: number }>(
    `SELECT id, store_id AS "storeId" FROM sale WHERE store_id IN (2, 3) ORDER BY at DESC, id DESC LIMIT 400`,
  );
  const sales = service(SalesService);
  for (let count = 0; count < VOIDED; count += 1) {
    const [sale] = recent.splice(random.whole(0, recent.length - 1), 1);
    if (sale) {
      const reason = random.pick(REASONS);
      await sales.void(actor('manager', sale.storeId), sale.id, { reason }, key());
    }
  }
}
