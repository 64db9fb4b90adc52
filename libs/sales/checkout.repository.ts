import { Injectable } from '@nestjs/common';
import { type CardStatus, type FamilyTerms, PAYER_OF_WALLET } from '#cards';
import { rowsText, type Sql, type Tx } from '#kernel';
import { type Locked, type LockedJson, postCall, postParams, toLocked } from '#ledger';
import { PIN_STAMP } from '#members';
import { NEXT_RECEIPT_SEQUENCE } from '#receipts';
import type { SoldProduct } from './sale.rules.js';

/** Who buys and what is sold, as it stands when the sale begins. */
export interface CheckoutFacts {
  member: {
    id: number;
    walletId: number;
    levelId: number;
    payRateBps: number;
    pointsPerYuanBps: number;
    homeStoreId: number;
    pinStamp: string | null;
    /** The owner of the wallet that pays: the member, or for a family card somebody else. */
    payerId: number;
    payerPinStamp: string | null;
    /** What the member spent today out of a wallet of somebody else that this sale names; 0 for one's own. */
    familySpentCents: number;
    /** The card that was named is past its last day, or every card of the member is. */
    benefitsRest: boolean;
  } | null;
  card: {
    id: number;
    status: CardStatus;
    memberId: number | null;
    walletId: number | null;
    storeId: number;
    dayLimitCents: number | null;
  } | null;
  products: SoldProduct[];
  /** The accounts of the sale behind their locks. */
  locked: Locked;
}

export interface AskedFacts {
  storeId: number;
  productIds: readonly number[];
  memberId: number | null;
  cardNo: string | null;
  businessDate: string;
}

export interface ExpectedPayer {
  holderId: number;
  payerId: number;
  family: FamilyTerms | null;
}

type FactsRow = Omit<CheckoutFacts, 'products' | 'locked'> & {
  products: SoldProduct[] | null;
  locked: LockedJson;
};

// The first round trip of a sale: who buys, what it costs, and the ledger's accounts locked and read.
// $1 store, $2 products, $3 member, $4 card number, $5 business date. The accounts are those of accountsOfSale.
// The card stays as it is until the transaction ends: a loss that was reported before is seen, one reported now waits. The
// lock is not shared, and was waited for in the card's queue: payments would pass the loss one after the other.
// What a family card has spent today is read behind the locks: of two tills at once the second sees the first.
// The products stand in a subquery so that one plan serves every cart.
const FACTS = `
  WITH bought AS MATERIALIZED (
    SELECT p.id, p.name, p.kind, p.status, coalesce(o.price_cents, p.list_price_cents) AS price_cents, p.discountable, p.weighed,
           p.points_factor_bps
      FROM product p LEFT JOIN store_price o ON o.product_id = p.id AND o.store_id = $1::bigint
     WHERE p.id = ANY ((SELECT $2::bigint[])::bigint[])),
  buyer AS MATERIALIZED (
    SELECT m.id AS member_id, w.id AS wallet_id, m.level_id, v.pay_rate_bps, v.points_per_yuan_bps, m.home_store_id,
           ${PIN_STAMP} AS pin_stamp, c.id AS card_id, c.status, c.member_id AS card_member_id, c.wallet_id AS card_wallet_id,
           c.store_id AS card_store_id, c.day_limit_cents, payer.id AS payer_id, payer.pin_stamp AS payer_pin_stamp, coalesce(c.expires_on < $5::date, ended.all_cards, false) AS benefits_rest
      FROM (SELECT $3::bigint AS member_id, $4::text AS card_no) asked
      LEFT JOIN LATERAL (SELECT * FROM card WHERE card_no = asked.card_no FOR NO KEY UPDATE) c ON true
      LEFT JOIN member m ON m.id = coalesce(asked.member_id, c.member_id) AND m.status = 'active'
      LEFT JOIN level v ON v.id = m.level_id
      LEFT JOIN wallet w ON w.member_id = m.id
      LEFT JOIN LATERAL (${PAYER_OF_WALLET} AND x.id <> w.id) payer ON true
      LEFT JOIN LATERAL (SELECT bool_and(coalesce(x.expires_on < $5::date, false)) AS all_cards FROM card x
                          WHERE x.member_id = m.id AND x.status = 'active') ended ON c.id IS NULL)
  SELECT CASE WHEN b.member_id IS NOT NULL THEN json_build_object('id', b.member_id, 'walletId', b.wallet_id, 'levelId', b.level_id,
           'payRateBps', b.pay_rate_bps, 'pointsPerYuanBps', b.points_per_yuan_bps, 'homeStoreId', b.home_store_id, 'pinStamp', b.pin_stamp, 'benefitsRest', b.benefits_rest,
           'payerId', coalesce(b.payer_id, b.member_id), 'payerPinStamp', CASE WHEN b.payer_id IS NULL THEN b.pin_stamp ELSE b.payer_pin_stamp END,
           'familySpentCents', CASE WHEN b.payer_id IS NULL THEN 0 ELSE family_spent_cents(b.payer_id, b.member_id, $5::date) END) END AS member,
         CASE WHEN b.card_id IS NOT NULL THEN json_build_object('id', b.card_id, 'status', b.status, 'memberId', b.card_member_id,
           'walletId', b.card_wallet_id, 'storeId', b.card_store_id, 'dayLimitCents', b.day_limit_cents) END AS card,
         (SELECT json_agg(json_build_object('id', id, 'name', name, 'kind', kind, 'status', status, 'priceCents', price_cents,
                   'discountable', discountable, 'weighed', weighed, 'pointsFactorBps', points_factor_bps)) FROM bought) AS products,
         l.locked
    FROM buyer b, LATERAL (SELECT ledger.lock_and_read(
           CASE WHEN b.member_id IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(
             jsonb_build_object('k', 'principal', 'o', coalesce(b.card_wallet_id, b.wallet_id), 'u', 'CNY'),
             jsonb_build_object('k', 'bonus', 'o', coalesce(b.card_wallet_id, b.wallet_id), 'u', 'CNY'),
             jsonb_build_object('k', 'points', 'o', b.member_id, 'u', 'PTS')) END
           || coalesce((SELECT jsonb_agg(jsonb_build_object('k', 'stock', 'o', $1::bigint, 'u', 'G:' || id)) FROM bought WHERE kind = 'goods'), '[]'),
           $5::date) AS locked) l`;

const EXPECTED_PAYER = `
  SELECT m.id AS "holderId", payer.id AS "payerId", CASE WHEN payer.id <> m.id THEN json_build_object('dayLimitCents', c.day_limit_cents,
         'spentTodayCents', family_spent_cents(payer.id, m.id, $2::date), 'holderHasPin', m.pin_hash IS NOT NULL) END AS family
    FROM card c JOIN member m ON m.id = c.member_id JOIN LATERAL (${PAYER_OF_WALLET}) payer ON true WHERE c.card_no = $1`;

// Columns in the order of new_sale, new_sale_line and new_sale_tender.
const SALE = [
  ...['till_id', 'staff_id', 'member_id', 'card_id', 'level_id', 'at', 'list_cents'],
  ...['discount_cents', 'due_cents', 'principal_cents', 'bonus_cents', 'received_cents'],
  ...['change_cents', 'cost_cents', 'points_earned', 'principal_after_cents'],
  ...['bonus_after_cents', 'points_after', 'note', 'spend_order_version', 'payer_id'],
];
const LINE = [
  ...['line_no', 'product_id', 'product_name', 'qty_milli', 'unit_price_cents', 'pay_rate_bps'],
  ...['list_cents', 'net_cents', 'bonus_part_cents', 'eligible_cents', 'points_factor_bps'],
  'cost_cents',
];
const TENDER = ['line_no', 'tender', 'amount_cents', 'given_cents'];

/** Columns as in the tables. */
export interface NewSale {
  storeId: number;
  storeCode: string;
  businessDate: string;
  ledgerPayload: Record<string, unknown>;
  sale: Record<string, unknown>;
  lines: Record<string, unknown>[];
  tenders: Record<string, unknown>[];
  /** What must happen after the commit, or null. */
  topic: string | null;
  command: { key: string; name: string; staffId: number; fingerprint: string };
  /** The answer, without the sale's id and number. */
  result: object;
}

// The second round trip of a sale: number, entry, document, message and the command's answer in one statement.
// Every sale of the store waits for the counter's row from here to the commit. The rows stand in subqueries so that one
// plan serves every sale.
const RECORD = `
  WITH number AS (${NEXT_RECEIPT_SEQUENCE}),
  posted AS MATERIALIZED (
    SELECT n.receipt_no, ${postCall(13, 'n.receipt_no')} AS entry_id
      FROM (SELECT $3::text || '-' || to_char($2::date, 'YYYYMMDD') || '-' || lpad(last_number::text, greatest(4, length(last_number::text)), '0') AS receipt_no
              FROM number) n),
  made AS (
    INSERT INTO sale (receipt_no, entry_id, store_id, till_id, staff_id, member_id, card_id, level_id, business_date, at, list_cents, discount_cents,
                      due_cents, principal_cents, bonus_cents, received_cents, change_cents, cost_cents, points_earned, principal_after_cents,
                      bonus_after_cents, points_after, note, spend_order_version, payer_id)
    SELECT p.receipt_no, p.entry_id, $1::bigint, s.till_id, s.staff_id, s.member_id, s.card_id, s.level_id, $2::date, s.at, s.list_cents,
           s.discount_cents, s.due_cents, s.principal_cents, s.bonus_cents, s.received_cents, s.change_cents, s.cost_cents, s.points_earned,
           s.principal_after_cents, s.bonus_after_cents, s.points_after, s.note, s.spend_order_version,
           s.payer_id
      FROM posted p, unnest((SELECT $4::new_sale[])) AS s
    RETURNING id, receipt_no),
  lines AS (
    INSERT INTO sale_line (sale_id, line_no, product_id, product_name, qty_milli, unit_price_cents, pay_rate_bps, list_cents, net_cents,
                           bonus_part_cents, eligible_cents, points_factor_bps, cost_cents)
    SELECT made.id, l.* FROM made, unnest((SELECT $5::new_sale_line[])) AS l),
  paid AS (
    INSERT INTO sale_tender (sale_id, line_no, tender, amount_cents, given_cents)
    SELECT made.id, t.* FROM made, unnest((SELECT $6::new_sale_tender[])) AS t),
  message AS (INSERT INTO outbox (topic, payload) SELECT $7::text, jsonb_build_object('saleId', made.id) FROM made WHERE $7::text IS NOT NULL),
  answered AS (
    INSERT INTO command (key, name, staff_id, fingerprint, result, store_id)
    SELECT $8::uuid, $9::text, $10::bigint, $11::text, $12::jsonb || jsonb_build_object('saleId', made.id, 'receiptNo', made.receipt_no), $1::bigint
      FROM made)
  SELECT id AS "saleId", receipt_no AS "receiptNo" FROM made`;

@Injectable()
export class CheckoutRepository {
  /** Read and locked in one round trip; locks last until the transaction ends. */
  async facts(tx: Tx, asked: AskedFacts): Promise<CheckoutFacts> {
    const { storeId, productIds, memberId, cardNo, businessDate } = asked;
    const row = await tx.one<FactsRow>(FACTS, [
      storeId,
      productIds,
      memberId,
      cardNo,
      businessDate,
    ]);
    const locked = toLocked(row.locked);
    if (row.card) tx.locked('card', [row.card.id]);
    tx.locked(
      'account',
      locked.accounts.map(({ id }) => id),
    );
    return { ...row, products: row.products ?? [], locked };
  }

  /** Who would pay with a card, as far as can be seen before the sale begins: whose PIN is to be judged. */
  payerOfCard(sql: Sql, cardNo: string, businessDate: string): Promise<ExpectedPayer | undefined> {
    return sql.maybe<ExpectedPayer>(EXPECTED_PAYER, [cardNo, businessDate]);
  }

  record(tx: Tx, sale: NewSale): Promise<{ saleId: number; receiptNo: string }> {
    const { command } = sale;
    return tx.one(RECORD, [
      sale.storeId,
      sale.businessDate,
      sale.storeCode,
      rowsText(SALE, [sale.sale]),
      rowsText(LINE, sale.lines),
      rowsText(TENDER, sale.tenders),
      sale.topic,
      command.key,
      command.name,
      command.staffId,
      command.fingerprint,
      JSON.stringify(sale.result),
      ...postParams(sale.ledgerPayload),
    ]);
  }
}
