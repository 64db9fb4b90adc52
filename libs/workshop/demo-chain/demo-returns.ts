import { ReturnsService } from '#counter/returns';
import type { DemoActs } from './demo-acts.js';
import { DEMO_STAFF_PIN } from './demo-payouts.js';

const RETURNED = 8;
const UNIT_MILLI = 1_000;
const REASONS = ['买多了', '包装破损', '过敏，不合用', '味道不喜欢'] as const;

const approval = { login: 'finance', pin: DEMO_STAFF_PIN };

interface SoldGoods {
  saleId: number;
  storeId: number;
  lineNo: number;
  qtyMilli: number;
}

/** Some goods of the last weeks come back: one unit of a line, and of every second line all; damaged ones go to scrap. */
export async function demoReturns({ db, service, actor, random, key }: DemoActs): Promise<void> {
  const sold = await db.query<SoldGoods>(
    `SELECT DISTINCT ON (s.id) s.id AS "saleId", s.store_id AS "storeId", l.line_no AS "lineNo", l.qty_milli AS "qtyMilli"
       FROM sale s JOIN sale_line l ON l.sale_id = s.id JOIN product p ON p.id = l.product_id
      WHERE s.store_id IN (2, 3) AND s.voided_at IS NULL AND p.kind = 'goods' AND NOT p.weighed AND l.qty_milli >= 1000
        AND NOT EXISTS (SELECT FROM sale_tender x JOIN tender t ON t.code = x.tender WHERE x.sale_id = s.id AND NOT t.refundable)
      ORDER BY s.id DESC, l.line_no LIMIT 400`,
  );
  const returns = service(ReturnsService);
  for (let count = 0; count < RETURNED; count += 1) {
    const [line] = sold.splice(random.whole(0, sold.length - 1), 1);
    if (line) {
      const reason = random.pick(REASONS);
      const { saleId, storeId, lineNo } = line;
      const qtyMilli = count % 2 === 0 ? UNIT_MILLI : line.qtyMilli;
      const goods = reason === '包装破损' ? 'scrap' : 'shelf';
      const lines = [{ lineNo, qtyMilli, goods } as const];
      await returns.take(actor('manager', storeId), saleId, { lines, reason, approval }, key());
    }
  }
}
