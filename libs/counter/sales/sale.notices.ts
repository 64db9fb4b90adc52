import {
  actorWords,
  balance,
  balanceAfter,
  day,
  defineNotice,
  type Place,
  there,
  type Told,
} from '#chain/notices';
import type { Sql } from '#kernel';
import { yuan } from '#kernel/rules';
import { type Debit, type DebitKind, debitsOf, type DebitSide } from './debits.rules.js';

interface Ref {
  saleId: number;
}
interface VoidAct extends Told, Place {
  walletCents: number;
  balanceCents: number;
}

/** A sale from the side of the wallet's owner, whoever's card it was, and of the buyer. */
const sidesOf = (sql: Sql, { saleId }: Ref): Promise<DebitSide[]> =>
  sql.query(
    `SELECT side.whose, side.member_id AS "memberId", CASE WHEN side.whose = 'wallet' AND x.payer_id IS NOT NULL THEN c.card_no END AS "familyCardNo",
            x.store_id AS "storeId", x.business_date AS "businessDate", s.name AS "storeName",
            (SELECT jsonb_agg(jsonb_build_object('tender', t.tender, 'cents', t.amount_cents, 'units', t.units) ORDER BY t.line_no)
               FROM sale_tender t WHERE t.sale_id = x.id) AS tenders,
            jsonb_build_object('walletCents', coalesce(x.principal_after_cents, 0) + coalesce(x.bonus_after_cents, 0),
                               'points', coalesce(x.points_after, 0)) AS after,
            x.voided_at IS NOT NULL AS voided
       FROM sale x JOIN store s ON s.id = x.store_id
       JOIN LATERAL (VALUES (1, 'wallet', coalesce(x.payer_id, x.member_id)), (2, 'buyer', x.member_id)) AS side (place, whose, member_id)
            ON side.member_id IS NOT NULL
       LEFT JOIN card c ON c.id = x.card_id
      WHERE x.id = $1 ORDER BY side.place`,
    [saleId],
  );

/** What was paid by value is told to whose value it was: of the wallet to its owner, points to the buyer. */
const debit =
  (kind: DebitKind) =>
  async (sql: Sql, ref: Ref): Promise<Debit | undefined> =>
    debitsOf(await sidesOf(sql, ref)).find((each) => each.kind === kind);

/** A sale that was voided: whoever's wallet had paid is told. */
const voided = (sql: Sql, { saleId }: Ref): Promise<VoidAct | undefined> =>
  sql.maybe(
    `SELECT m.id AS "memberId", x.store_id AS "storeId", x.business_date AS "businessDate", s.name AS "storeName",
            x.principal_cents + x.bonus_cents AS "walletCents", ${balanceAfter('x.void_entry_id')} AS "balanceCents", m.status <> 'active' AS voided
       FROM sale x JOIN store s ON s.id = x.store_id JOIN member p ON p.id = coalesce(x.payer_id, x.member_id)
       JOIN member m ON m.id = coalesce(p.merged_into_id, p.id) JOIN wallet w ON w.member_id = m.id WHERE x.id = $1`,
    [saleId],
  );

export const debitText = (
  act: Place & { paid: readonly string[]; familyCardNo?: string | null },
): string =>
  `${actorWords(act.familyCardNo)}${day(act.businessDate)}在${act.storeName}消费，${act.paid.join('；')}。`;

export const SALE_NOTICES = [
  defineNotice({
    kind: 'wallet_debit',
    topic: 'sale.posted',
    setting: 'sms.on_wallet_debit',
    security: true,
    find: debit('wallet_debit'),
    text: debitText,
  }),
  defineNotice({
    kind: 'points_debit',
    topic: 'sale.posted',
    setting: 'sms.on_wallet_debit',
    security: true,
    find: debit('points_debit'),
    text: debitText,
  }),
  defineNotice({
    kind: 'sale_void',
    topic: 'sale.voided',
    setting: 'sms.on_sale_void',
    security: false,
    find: voided,
    text: (act) =>
      `${there(act)}的消费已撤销，退回储值${yuan(act.walletCents)}元，${balance(act.balanceCents)}`,
  }),
];
