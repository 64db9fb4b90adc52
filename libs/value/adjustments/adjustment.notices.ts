import { defineNotice, type Place, there, type Told } from '#chain/notices';
import type { Sql } from '#kernel';
import { yuan } from '#kernel/rules';

interface AdjustmentAct extends Told, Place {
  account: 'principal' | 'bonus' | 'points';
  /** Cents, or points. */
  amount: number;
  balanceAfter: number;
}

const adjustment = (
  sql: Sql,
  { adjustmentId }: { adjustmentId: number },
): Promise<AdjustmentAct | undefined> =>
  sql.maybe(
    `SELECT a.kind AS account, a.member_id AS "memberId", a.store_id AS "storeId", a.business_date AS "businessDate", s.name AS "storeName",
            a.amount, a.balance_after AS "balanceAfter",
            EXISTS (SELECT FROM ledger.reversal r WHERE r.reversed_entry_id = a.entry_id) AS voided
       FROM adjustment a JOIN store s ON s.id = a.store_id WHERE a.id = $1`,
    [adjustmentId],
  );

export function adjustmentText(
  act: Place & Pick<AdjustmentAct, 'account' | 'amount' | 'balanceAfter'>,
): string {
  const sign = act.amount < 0 ? '减少' : '增加';
  if (act.account === 'points')
    return `${there(act)}积分${sign}${Math.abs(act.amount)}分，现有${act.balanceAfter}分。`;
  const name = act.account === 'principal' ? '储值本金' : '储值赠送';
  return `${there(act)}${name}${sign}${yuan(Math.abs(act.amount))}元，现有${yuan(act.balanceAfter)}元。`;
}

export const adjustmentNotice = defineNotice({
  kind: 'adjustment',
  topic: 'wallet.adjusted',
  setting: 'sms.on_adjustment',
  security: true,
  find: adjustment,
  text: adjustmentText,
});
