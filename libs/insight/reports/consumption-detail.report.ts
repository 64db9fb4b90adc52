import './report-codes.js';
import {
  cents,
  choice,
  choices,
  date,
  defineReport,
  flag,
  instant,
  memberFound,
  nothing,
  oneOf,
  period,
  points,
  qty,
  rate,
  registerReport,
  sql,
  staffMember,
  stores,
  text,
  whole,
  words,
} from '#kernel/lists';
import { ReportPermission } from './report.permissions.js';
import { tenderFilter } from '#chain/tenders';

/** 消费明细: a row per sale, opened to its lines. Voided sales are shown, marked, and count in no total;
 * what came back of a sale stands beside what was due, and what is left of it. */
const consumptionDetail = defineReport({
  id: 'consumption-detail',
  group: 'sales',
  permission: ReportPermission.consumptionDetail,
  filters: {
    period: period(),
    stores: stores(),
    staff: staffMember(),
    tender: tenderFilter('sales'),
    member: words('q'),
    status: oneOf('status', ['all', 'valid', 'voided'], { fallback: 'all' }),
  },
  columns: {
    businessDate: date(),
    at: instant(),
    receiptNo: text({ link: 'sale', width: 22 }),
    storeName: text(),
    staffName: text({ width: 12 }),
    memberName: text({ link: 'member', width: 12 }),
    tenders: choices('tender'),
    listCents: cents({ total: 'sum' }),
    discountCents: cents({ total: 'sum' }),
    dueCents: cents({ total: 'sum' }),
    principalCents: cents({ total: 'sum' }),
    bonusCents: cents({ total: 'sum' }),
    receivedCents: cents({ total: 'sum' }),
    otherCents: cents({ total: 'sum' }),
    returnedCents: cents({ total: 'sum' }),
    keptCents: cents({ total: 'sum' }),
    pointsEarned: points({ total: 'sum' }),
    voided: flag(),
  },
  orderBy: ['-businessDate', '-at'],
  totalsUnless: 'voided',
  query: (f, scope) => sql`
    SELECT s.id, s.id AS "saleId", s.member_id AS "memberId", o.timezone,
           s.business_date AS "businessDate", s.at, s.receipt_no AS "receiptNo", o.name AS "storeName", p.name AS "staffName",
           coalesce(m.name, m.nickname) AS "memberName",
           ARRAY(SELECT t.tender FROM sale_tender t WHERE t.sale_id = s.id ORDER BY t.line_no) AS tenders,
           s.list_cents AS "listCents", s.discount_cents AS "discountCents", s.due_cents AS "dueCents",
           s.principal_cents AS "principalCents", s.bonus_cents AS "bonusCents", s.received_cents AS "receivedCents", s.other_cents AS "otherCents",
           s.returned_cents AS "returnedCents", s.due_cents - s.returned_cents AS "keptCents",
           s.points_earned AS "pointsEarned", s.voided_at IS NOT NULL AS voided
      FROM sale s
      JOIN store o ON o.id = s.store_id
      JOIN staff p ON p.id = s.staff_id
      LEFT JOIN member m ON m.id = s.member_id
     WHERE s.store_id = ANY(${scope.storeIds}) AND s.business_date BETWEEN ${f.period.from} AND ${f.period.to}
       ${f.staff ? sql`AND s.staff_id = ${f.staff}` : nothing}
       ${f.tender ? sql`AND EXISTS (SELECT FROM sale_tender t WHERE t.sale_id = s.id AND t.tender = ${f.tender})` : nothing}
       ${f.member ? sql`AND ${memberFound(f.member, sql`s.member_id`)}` : nothing}
       ${f.status === 'valid' ? sql`AND s.voided_at IS NULL` : nothing}
       ${f.status === 'voided' ? sql`AND s.voided_at IS NOT NULL` : nothing}`,
  detail: {
    columns: {
      lineNo: whole(),
      lineKind: choice('lineKind'),
      sku: text(),
      productName: text({ width: 24 }),
      qtyMilli: qty(),
      unitPriceCents: cents(),
      payRateBps: rate(),
      listCents: cents({ total: 'sum' }),
      netCents: cents({ total: 'sum' }),
      returnedMilli: qty(),
    },
    query: (saleId, scope) => sql`
      SELECT l.line_no AS id, l.line_no AS "lineNo", l.kind AS "lineKind", p.sku, l.product_name AS "productName", p.unit, l.qty_milli AS "qtyMilli",
             l.unit_price_cents AS "unitPriceCents", l.pay_rate_bps AS "payRateBps", l.list_cents AS "listCents", l.net_cents AS "netCents", l.returned_milli AS "returnedMilli"
        FROM sale s JOIN sale_line l ON l.sale_id = s.id LEFT JOIN product p ON p.id = l.product_id
       WHERE s.id = ${saleId} AND s.store_id = ANY(${scope.storeIds}) ORDER BY l.line_no`,
  },
});

registerReport(consumptionDetail);
