import type { BookCheck } from '#ledger';

const MOVED = `SELECT e.id AS entry_id,
       coalesce(sum(p.amount) FILTER (WHERE a.kind = 'principal' AND a.owner_id = w.id), 0) AS principal,
       coalesce(sum(p.amount) FILTER (WHERE a.kind = 'bonus' AND a.owner_id = w.id), 0) AS bonus,
       coalesce(sum(p.amount) FILTER (WHERE a.kind = 'points' AND a.owner_id = d.merged_member_id), 0) AS points
  FROM ledger.entry e
  LEFT JOIN member_merge d ON d.entry_id = e.id
  LEFT JOIN wallet w ON w.member_id = d.merged_member_id
  LEFT JOIN ledger.posting p ON p.entry_id = e.id
  LEFT JOIN ledger.account a ON a.id = p.account_id
 WHERE e.kind = 'merge' AND e.document_kind = 'member_merge' GROUP BY e.id`;

export const MERGE_CHECKS: readonly BookCheck[] = [
  /** Every merge has its entry, which took from the merged member what the document says; and back. */
  {
    name: 'document.merge',
    sql: `SELECT coalesce('merge of member ' || d.merged_member_id, 'entry ' || m.entry_id) AS subject,
               coalesce(format('document: principal %s bonus %s points %s', d.principal_cents, d.bonus_cents, d.points), 'no document') AS "left",
               coalesce(format('entry %s: principal %s bonus %s points %s', m.entry_id, m.principal, m.bonus, m.points), 'no entry') AS "right"
          FROM member_merge d FULL JOIN (${MOVED}) m ON m.entry_id = d.entry_id
         WHERE d.id IS NULL OR m.entry_id IS NULL OR d.principal_cents <> m.principal OR d.bonus_cents <> m.bonus OR d.points <> m.points`,
  },
  /** A merged member has nothing: it is all with the survivor. */
  {
    name: 'merge.nothing_left',
    sql: `SELECT 'account ' || a.id AS subject, format('balance %s held %s debt %s', a.balance, a.held, a.debt) AS "left", 'closed: nothing' AS "right"
          FROM ledger.closed_account c JOIN ledger.account a ON a.id = c.account_id
          JOIN member m ON m.status = 'merged'
           AND m.id = CASE a.kind WHEN 'points' THEN a.owner_id ELSE (SELECT w.member_id FROM wallet w WHERE w.id = a.owner_id) END
         WHERE a.balance <> 0 OR a.held <> 0 OR a.debt <> 0
        UNION ALL
        SELECT 'member ' || m.id, 'merged', 'no alias' FROM member m
         WHERE m.status = 'merged' AND NOT EXISTS (SELECT FROM member_alias x JOIN member s ON s.id = x.member_id AND s.status = 'active' WHERE x.alias_member_id = m.id)
        UNION ALL
        SELECT 'card ' || c.id, 'of merged member ' || m.id, 'of a live member' FROM card c JOIN member m ON m.id = c.member_id AND m.status = 'merged'`,
  },
];
