import { MemberPermission } from '#members';
import { defineReport, instant, registerReport, sql, text } from '#reports';

/**
 * Phones and barcodes that were kept in two ways and turned out to be one. A row goes when the record or the product got
 * another number, or the two members were merged.
 */
registerReport(
  defineReport({
    id: 'number-collisions',
    group: 'members',
    permission: MemberPermission.merge,
    filters: {},
    columns: {
      foundAt: instant(),
      number: text({ pii: 'phone', width: 18 }),
      keptByName: text(),
      otherName: text({ link: 'member' }),
      otherNumber: text({ pii: 'phone', width: 18 }),
    },
    orderBy: ['-foundAt'],
    query: (_filter, { storeIds }) => sql`
      SELECT x.id, x.found_at AS "foundAt", 'Asia/Shanghai' AS timezone, x.number, coalesce(k.name, k.nickname) AS "keptByName", o.id AS "memberId",
             coalesce(o.name, o.nickname) AS "otherName", x.other_number AS "otherNumber"
        FROM number_collision x JOIN member k ON k.id = x.kept_by JOIN member o ON o.id = x.other_id
       WHERE cardinality(${storeIds}::bigint[]) > 0 AND x.kind = 'phone' AND k.status = 'active' AND o.status = 'active' AND o.phone = x.other_number
      UNION ALL
      SELECT x.id, x.found_at, 'Asia/Shanghai', x.number, k.name, NULL, o.name, x.other_number
        FROM number_collision x JOIN product k ON k.id = x.kept_by JOIN product o ON o.id = x.other_id
       WHERE cardinality(${storeIds}::bigint[]) > 0 AND x.kind = 'barcode'
         AND EXISTS (SELECT FROM product_barcode b WHERE b.barcode = x.other_number AND b.product_id = x.other_id)`,
  }),
);
