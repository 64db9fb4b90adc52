import { balance, balanceAfter, defineNotice, type Place, there, type Told } from '#chain/notices';
import type { Sql } from '#kernel';
import { yuan } from '#kernel/rules';

interface ReturnAct extends Told, Place {
  walletCents: number;
  balanceCents: number;
}

/** Something of a sale that came back: whoever's wallet had paid is told. */
const returned = (sql: Sql, { returnId }: { returnId: number }): Promise<ReturnAct | undefined> =>
  sql.maybe(
    `SELECT m.id AS "memberId", r.store_id AS "storeId", r.business_date AS "businessDate", s.name AS "storeName",
            r.principal_cents + r.bonus_cents AS "walletCents", ${balanceAfter('r.entry_id')} AS "balanceCents", m.status <> 'active' AS voided
       FROM sale_return r JOIN sale x ON x.id = r.sale_id JOIN store s ON s.id = r.store_id
       JOIN member p ON p.id = coalesce(x.payer_id, x.member_id)
       JOIN member m ON m.id = coalesce(p.merged_into_id, p.id) JOIN wallet w ON w.member_id = m.id WHERE r.id = $1`,
    [returnId],
  );

export const returnNotice = defineNotice({
  kind: 'sale_return',
  topic: 'sale.returned',
  setting: 'sms.on_sale_return',
  security: false,
  find: returned,
  text: (act) =>
    `${there(act)}退货，退回储值${yuan(act.walletCents)}元，${balance(act.balanceCents)}`,
});
