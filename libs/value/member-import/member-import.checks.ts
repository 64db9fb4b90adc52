import { type BookCheck, MOVED_BY_ENTRY } from '#ledger';

/** Every row taken over with a balance has its entry with the same amounts, and back. */
export const IMPORT_CHECKS: readonly BookCheck[] = [
  {
    name: 'document.import_row',
    sql: `SELECT coalesce('import ' || d.import_id || ' row ' || d.line_no, 'entry ' || m.entry_id) AS subject,
                 coalesce(format('document: principal %s bonus %s points %s', d.principal_cents, d.bonus_cents, d.points), 'no document') AS "left",
                 coalesce(format('entry %s: principal %s bonus %s points %s', m.entry_id, -m.principal, -m.bonus, -m.points), 'no entry') AS "right"
            FROM (SELECT * FROM import_row WHERE entry_id IS NOT NULL) d
            FULL JOIN (${MOVED_BY_ENTRY} WHERE e.kind = 'import_opening' GROUP BY e.id) m ON m.entry_id = d.entry_id
           WHERE d.id IS NULL OR m.entry_id IS NULL OR d.principal_cents <> -m.principal OR d.bonus_cents <> -m.bonus OR d.points <> -m.points`,
  },
];
