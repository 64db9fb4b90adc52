import { memberPart } from '#kernel';

export const EXPORTS_OF_MEMBERS = memberPart('reports', {
  columns: {},
  /** Whoever was looked for in a file of a list, by whole phone or name. */
  async erase(tx, memberIds) {
    await tx.query(
      `UPDATE export_job e SET filters = e.filters #- '{filters,q}'
         FROM (SELECT e.id FROM export_job e JOIN member m ON m.id = ANY ($1::bigint[])
                WHERE e.filters #>> '{filters,q}' IN (m.name, m.nickname)
                   OR right(regexp_replace(e.filters #>> '{filters,q}', '\\D', '', 'g'), 11) = right(regexp_replace(m.phone, '\\D', '', 'g'), 11)) found
        WHERE found.id = e.id`,
      [memberIds],
    );
  },
});
