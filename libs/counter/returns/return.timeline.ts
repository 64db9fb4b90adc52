import { timelineRows } from '#membership/timeline';

// What came back of sales, as its entry moved it: + to the member.
const RETURNED = `sale d JOIN ledger.entry e ON e.relates_entry_id = d.entry_id AND e.kind = 'sale_return'
    JOIN LATERAL (SELECT coalesce(-sum(p.amount) FILTER (WHERE a.kind = 'principal'), 0)::bigint AS principal,
                         coalesce(-sum(p.amount) FILTER (WHERE a.kind = 'bonus'), 0)::bigint AS bonus,
                         coalesce(-sum(p.amount) FILTER (WHERE a.kind = 'points'), 0)::bigint AS points,
                         coalesce(sum(p.amount) FILTER (WHERE p.house = 'sales'), 0)::bigint AS sales
                    FROM ledger.posting p LEFT JOIN ledger.account a ON a.id = p.account_id WHERE p.entry_id = e.id) x ON true`;
const OWN = (cents: string): string => `CASE WHEN d.payer_id IS NULL THEN ${cents} ELSE 0 END`;

export const RETURN_TIMELINE = timelineRows(
  'return',
  {
    kind: "'return'",
    group: 'purchases',
    from: RETURNED,
    of: 'd.member_id = $1 AND d.returned_cents > 0',
    newest: 'e.at DESC',
    when: 'e',
    receiptNo: 'e.document_no',
    saleId: 'd.id',
    principal: OWN('x.principal'),
    bonus: OWN('x.bonus'),
    points: 'x.points',
    amount: '-x.sales',
    otherId: 'CASE WHEN x.principal + x.bonus > 0 THEN d.payer_id END',
  },
  {
    kind: "'family_return'",
    group: 'purchases',
    from: RETURNED,
    of: 'd.payer_id = $1 AND d.returned_cents > 0 AND x.principal + x.bonus > 0',
    newest: 'e.at DESC',
    when: 'e',
    receiptNo: 'e.document_no',
    saleId: 'd.id',
    principal: 'x.principal',
    bonus: 'x.bonus',
    amount: '-x.principal - x.bonus',
    otherId: 'd.member_id',
  },
);
