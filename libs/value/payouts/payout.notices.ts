import { balance, balanceAfter, defineNotice, type Place, there, type Told } from '#chain/notices';
import type { Sql } from '#kernel';
import { yuan } from '#kernel/rules';

interface Ref {
  payoutId: number;
}
interface PayoutAct extends Told, Place {
  paidCents: number;
  depositCents: number;
  /** What went from one member to the other, bonus included. */
  movedCents: number;
  balanceCents: number;
}
interface UndoneAct extends Told, Place {
  undone: keyof typeof UNDONE_WORDS;
  walletCents: number;
  balanceCents: number;
}

/** A withdrawal, transfer, refund or closing, as the member it was taken from sees it. */
const payout = (sql: Sql, { payoutId }: Ref): Promise<PayoutAct | undefined> =>
  sql.maybe(
    `SELECT p.member_id AS "memberId", p.store_id AS "storeId", p.business_date AS "businessDate", s.name AS "storeName",
            p.paid_cents AS "paidCents", p.deposit_cents AS "depositCents", p.principal_cents + p.bonus_moved_cents AS "movedCents",
            p.principal_after_cents + p.bonus_after_cents AS "balanceCents", p.reversed_at IS NOT NULL AS voided
       FROM payout p JOIN store s ON s.id = p.store_id WHERE p.id = $1`,
    [payoutId],
  );

/** The same transfer as its receiver sees it. */
const received = (sql: Sql, { payoutId }: Ref): Promise<PayoutAct | undefined> =>
  sql.maybe(
    `SELECT p.to_member_id AS "memberId", p.store_id AS "storeId", p.business_date AS "businessDate", s.name AS "storeName",
            0::bigint AS "paidCents", 0::bigint AS "depositCents", p.principal_cents + p.bonus_moved_cents AS "movedCents",
            coalesce(p.to_principal_after_cents, 0) + coalesce(p.to_bonus_after_cents, 0) AS "balanceCents", p.reversed_at IS NOT NULL AS voided
       FROM payout p JOIN store s ON s.id = p.store_id WHERE p.id = $1 AND p.kind = 'transfer'`,
    [payoutId],
  );

/** A payout that was reversed, as the member reads it whose wallet it left (`member_id`), or who got it (`to_member_id`). */
const reversed =
  (side: 'member_id' | 'to_member_id', undone: string) =>
  (sql: Sql, { payoutId }: Ref): Promise<UndoneAct | undefined> =>
    sql.maybe(
      `SELECT m.id AS "memberId", x.store_id AS "storeId", x.business_date AS "businessDate", s.name AS "storeName", ${undone} AS undone,
              greatest(x.paid_cents, x.principal_cents + x.bonus_moved_cents) AS "walletCents",
              ${balanceAfter('x.reversal_entry_id')} AS "balanceCents", m.status <> 'active' AS voided
         FROM payout x JOIN store s ON s.id = x.store_id JOIN member p ON p.id = x.${side}
         JOIN member m ON m.id = coalesce(p.merged_into_id, p.id) JOIN wallet w ON w.member_id = m.id WHERE x.id = $1`,
      [payoutId],
    );

const UNDONE_WORDS = {
  withdrawal: '取款',
  transfer_out: '转出',
  transfer_in: '收到的转入',
  refund: '退款',
} as const;

const transferText = (direction: string) => (act: PayoutAct) =>
  `${there(act)}${direction}${yuan(act.movedCents)}元，${balance(act.balanceCents)}`;

const undoneText = (act: UndoneAct) =>
  `${there(act)}${UNDONE_WORDS[act.undone]}${yuan(act.walletCents)}元已撤销，${balance(act.balanceCents)}`;

export function refundText(
  act: Place & Pick<PayoutAct, 'paidCents' | 'depositCents' | 'balanceCents'>,
): string {
  const parts = [
    ...(act.paidCents ? [`退款${yuan(act.paidCents)}元`] : []),
    ...(act.depositCents ? [`退还押金${yuan(act.depositCents)}元`] : []),
  ];
  const did = parts.length ? `办理${parts.join('、')}` : '办理退卡';
  return `${there(act)}${did}，${balance(act.balanceCents)}`;
}

/** Of a transfer both members are told, each their own balance; so of its reversal. */
export const PAYOUT_NOTICES = [
  defineNotice({
    kind: 'withdrawal',
    topic: 'wallet.withdrawn',
    setting: 'sms.on_withdrawal',
    security: true,
    find: payout,
    text: (act) => `${there(act)}取款${yuan(act.paidCents)}元，${balance(act.balanceCents)}`,
  }),
  defineNotice({
    kind: 'transfer_out',
    topic: 'wallet.transferred',
    setting: 'sms.on_transfer',
    security: true,
    find: payout,
    text: transferText('转出'),
  }),
  defineNotice({
    kind: 'transfer_in',
    topic: 'wallet.transferred',
    setting: 'sms.on_transfer',
    security: false,
    find: received,
    text: transferText('收到转入'),
  }),
  defineNotice({
    kind: 'refund',
    topic: 'wallet.refunded',
    setting: 'sms.on_refund',
    security: true,
    find: payout,
    text: refundText,
  }),
  defineNotice({
    kind: 'payout_reversal',
    topic: 'wallet.payout_reversed',
    setting: 'sms.on_payout_reversal',
    security: false,
    find: reversed('member_id', "CASE x.kind WHEN 'transfer' THEN 'transfer_out' ELSE x.kind END"),
    text: undoneText,
  }),
  defineNotice({
    kind: 'transfer_in_reversal',
    topic: 'wallet.payout_reversed',
    setting: 'sms.on_payout_reversal',
    security: true,
    find: reversed('to_member_id', "'transfer_in'"),
    text: undoneText,
  }),
];
