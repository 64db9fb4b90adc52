import { Injectable } from '@nestjs/common';
import { type CardStatus, type FamilyTerms, PAYER_OF_WALLET } from '#membership/cards';
import { addToOutbox, finishCommand, rowsText, type Sql, type Tx } from '#kernel';
import { type Locked, type LockedJson, postCall, postParams, toLocked } from '#ledger';
import { NEXT_RECEIPT_SEQUENCE } from '#chain/receipts';
import type { TendersOfKind } from '#chain/tenders';
import type { LinesOfKind } from '#goods/lines';
import { checkoutFacts } from './checkout-facts.js';

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
    /** What left the wallet that pays today without its PIN. */
    withoutPinCents: number;
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
  /** By kind: what its lines asked for. */
  lines: Readonly<Record<string, unknown[] | null>>;
  /** By kind: what its tenders asked for. */
  tenders: Readonly<Record<string, unknown[] | null>>;
  /** Of those who are named as serving: who works at the store. */
  served: number[];
  /** The accounts of the sale behind their locks. */
  locked: Locked;
}

export interface AskedFacts {
  storeId: number;
  lines: readonly LinesOfKind[];
  /** Named as serving. */
  staffIds: readonly number[];
  memberId: number | null;
  cardNo: string | null;
  businessDate: string;
  tenders: readonly TendersOfKind[];
}

export interface ExpectedPayer {
  holderId: number;
  payerId: number;
  family: FamilyTerms | null;
  /** What left the wallet today without its PIN. */
  withoutPinCents: number;
}

type FactsRow = Omit<CheckoutFacts, 'locked'> & { locked: LockedJson };

const EXPECTED_PAYER = `
  SELECT m.id AS "holderId", payer.id AS "payerId", CASE WHEN payer.id <> m.id THEN json_build_object('dayLimitCents', c.day_limit_cents,
         'spentTodayCents', family_spent_cents(payer.id, m.id, $2::date), 'holderHasPin', m.pin_hash IS NOT NULL) END AS family,
         without_pin_cents(payer.id, $2::date) AS "withoutPinCents"
    FROM card c JOIN member m ON m.id = c.member_id JOIN LATERAL (${PAYER_OF_WALLET}) payer ON true WHERE c.card_no = $1`;

// Columns in the order of new_sale and its sisters.
const SALE = [
  ...['till_id', 'staff_id', 'member_id', 'card_id', 'level_id', 'at', 'list_cents'],
  ...['discount_cents', 'due_cents', 'principal_cents', 'bonus_cents', 'received_cents'],
  ...['change_cents', 'cost_cents', 'points_earned', 'principal_after_cents'],
  ...['bonus_after_cents', 'points_after', 'note', 'spend_order_version', 'payer_id'],
];
const LINE = [
  ...['line_no', 'kind', 'product_id', 'product_name', 'qty_milli', 'unit_price_cents'],
  ...['pay_rate_bps', 'list_cents', 'net_cents', 'bonus_part_cents', 'eligible_cents'],
  ...['points_factor_bps', 'cost_cents', 'category_id', 'price_source', 'price_version'],
  ...['staff_ids', 'staff_bps'],
];
const TENDER = ['line_no', 'tender', 'amount_cents', 'given_cents', 'reference', 'units'];
const COMPONENT = ['line_no', 'kind', 'cents'];

/** Columns as in the tables. */
export interface NewSale {
  storeId: number;
  storeCode: string;
  businessDate: string;
  ledgerPayload: Record<string, unknown>;
  sale: Record<string, unknown>;
  lines: Record<string, unknown>[];
  tenders: Record<string, unknown>[];
  components: Record<string, unknown>[];
  /** What of the wallet's part counts towards the day that asks for a PIN. */
  withoutPinCents: number;
  /** What it earned by, for what is taken back of it. */
  pointsPerYuanBps: number;
  /** What is neither stored value nor money, and the points that are part of it. */
  otherCents: number;
  pointsUsed: number;
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
    SELECT n.receipt_no, ${postCall(18, 'n.receipt_no')} AS entry_id
      FROM (SELECT $3::text || '-' || to_char($2::date, 'YYYYMMDD') || '-' || lpad(last_number::text, greatest(4, length(last_number::text)), '0') AS receipt_no
              FROM number) n),
  made AS (
    INSERT INTO sale (receipt_no, entry_id, store_id, till_id, staff_id, member_id, card_id, level_id, business_date, at, list_cents, discount_cents,
                      due_cents, principal_cents, bonus_cents, received_cents, change_cents, cost_cents, points_earned, principal_after_cents,
                      bonus_after_cents, points_after, note, spend_order_version, payer_id, without_pin_cents, points_per_yuan_bps, other_cents, points_used)
    SELECT p.receipt_no, p.entry_id, $1::bigint, s.till_id, s.staff_id, s.member_id, s.card_id, s.level_id, $2::date, s.at, s.list_cents,
           s.discount_cents, s.due_cents, s.principal_cents, s.bonus_cents, s.received_cents, s.change_cents, s.cost_cents, s.points_earned,
           s.principal_after_cents, s.bonus_after_cents, s.points_after, s.note, s.spend_order_version,
           s.payer_id, $13::bigint, $15::int, $16::bigint, $17::bigint
      FROM posted p, unnest((SELECT $4::new_sale[])) AS s
    RETURNING id, receipt_no),
  lines AS (
    INSERT INTO sale_line (sale_id, line_no, kind, product_id, product_name, qty_milli, unit_price_cents, pay_rate_bps, list_cents, net_cents,
                           bonus_part_cents, eligible_cents, points_factor_bps, cost_cents, category_id, price_source, price_version, staff_ids, staff_bps)
    SELECT made.id, l.* FROM made, unnest((SELECT $5::new_line_of_sale[])) AS l),
  paid AS (
    INSERT INTO sale_tender (sale_id, line_no, tender, amount_cents, given_cents, reference, units)
    SELECT made.id, t.* FROM made, unnest((SELECT $6::new_tender_of_sale[])) AS t),
  components AS (
    INSERT INTO sale_component (sale_id, line_no, kind, cents)
    SELECT made.id, c.* FROM made, unnest((SELECT $14::new_sale_component[])) AS c),
  message AS (${addToOutbox("SELECT $7::text, jsonb_build_object('saleId', made.id) FROM made WHERE $7::text IS NOT NULL")}),
  answered AS (
    ${finishCommand(`
    SELECT $8::uuid, $9::text, $10::bigint, $11::text, $12::jsonb || jsonb_build_object('saleId', made.id, 'receiptNo', made.receipt_no), $1::bigint
      FROM made`)})
  SELECT id AS "saleId", receipt_no AS "receiptNo" FROM made`;

@Injectable()
export class CheckoutRepository {
  /** Read and locked in one round trip; locks last until the transaction ends. */
  async facts(tx: Tx, asked: AskedFacts): Promise<CheckoutFacts> {
    const { storeId, lines, staffIds, memberId, cardNo, businessDate, tenders } = asked;
    const namesStaff = staffIds.length > 0;
    const kinds = {
      lines: lines.map(({ kind }) => kind),
      tenders: tenders.map(({ kind }) => kind),
    };
    const row = await tx.one<FactsRow>(checkoutFacts(kinds, namesStaff), [
      ...[storeId, memberId, cardNo, businessDate],
      ...lines.map(({ kind, lines: of }) => kind.facts.asked(of.map(({ input }) => input))),
      ...tenders.flatMap(({ kind, tenders: of }) => (kind.facts ? [kind.facts.asked(of)] : [])),
      ...(namesStaff ? [staffIds] : []),
    ]);
    const locked = toLocked(row.locked);
    if (row.card) tx.locked('card', [row.card.id]);
    tx.locked(
      'account',
      locked.accounts.map(({ id }) => id),
    );
    return { ...row, locked };
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
      sale.withoutPinCents,
      rowsText(COMPONENT, sale.components),
      sale.pointsPerYuanBps,
      sale.otherCents,
      sale.pointsUsed,
      ...postParams(sale.ledgerPayload),
    ]);
  }
}
