import type { Declaration } from '#kernel';
import type { TimelineGroup } from './timeline.rules.js';

/**
 * Where one kind of line on members' pages comes from: pieces of SQL. What a family card does stands with both: value with
 * the owner of the wallet, points with who showed the card.
 */
export interface TimelineRows {
  /** As the screens name it, in quotes; or an expression. */
  kind: string;
  group: TimelineGroup;
  /** Tables, the document as `d`. */
  from: string;
  /** Which of them are the member's, $1. */
  of: string;
  /** Their order, the newest first: an index has it. */
  newest: string;
  /** What undoes a document comes later than the document: its entry says when and where. */
  when?: 'd' | 'e';
  receiptNo?: string;
  /** The document to open. */
  saleId?: string;
  topUpId?: string;
  payoutId?: string;
  /** Signed from the member's side; what is left out is 0. */
  principal?: string;
  bonus?: string;
  points?: string;
  amount?: string;
  /** The member on the other side of a family card. */
  otherId?: string;
}

const declared = new Map<string, readonly TimelineRows[]>();

/** `document`: whose rows they are. The same name again replaces them. */
export const timelineRows =
  (document: string, ...rows: readonly TimelineRows[]): Declaration =>
  () => {
    declared.set(document, rows);
  };

/** One query over all documents: $1 the member, $2 how many, $3 and $4 the last row that was shown. */
export function timelineOf(group?: TimelineGroup): string {
  const all = [...declared.values()].flat();
  const asked = all.filter((rows) => !group || rows.group === group);
  return `
    SELECT a.at, a.business_date AS "businessDate", a.kind, s.name AS "storeName", a.receipt_no AS "receiptNo", a.sale_id AS "saleId",
           a.top_up_id AS "topUpId", a.payout_id AS "payoutId", a.principal AS "principalCents", a.bonus AS "bonusCents", a.points,
           a.amount AS "amountCents", coalesce(o.name, o.nickname) AS "otherName",
           (extract(epoch FROM a.at) * 1000000)::bigint || ' ' || a.receipt_no AS place
      FROM (${asked.map((rows) => `(${textOf(rows)})`).join(' UNION ALL ')}) a JOIN store s ON s.id = a.store_id LEFT JOIN member o ON o.id = a.other_id
     ORDER BY a.at DESC, a.receipt_no DESC LIMIT $2`;
}

/** The newest of one kind, from the place that was reached. */
function textOf(rows: TimelineRows): string {
  const { kind, from, of, newest, when = 'd', receiptNo = 'd.receipt_no' } = rows;
  const { saleId, topUpId, payoutId, otherId } = rows;
  const { principal = '0', bonus = '0', points = '0', amount = '0' } = rows;
  const id = (value = 'NULL'): string => `${value}::bigint`;
  return `
    SELECT ${when}.at, ${when}.business_date, ${kind}::text AS kind, ${when}.store_id, ${receiptNo}::text AS receipt_no, ${id(saleId)} AS sale_id,
           ${id(topUpId)} AS top_up_id, ${id(payoutId)} AS payout_id, (${principal})::bigint AS principal, (${bonus})::bigint AS bonus,
           (${points})::bigint AS points, (${amount})::bigint AS amount, ${id(otherId)} AS other_id
      FROM ${from}
     WHERE ${of} AND ($3::bigint IS NULL OR (${when}.at, ${receiptNo}) < (timestamptz 'epoch' + $3::bigint * interval '1 microsecond', $4::text))
     ORDER BY ${newest} LIMIT $2`;
}
