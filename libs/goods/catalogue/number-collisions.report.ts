import { MemberPermission } from '#membership/members';
import {
  choice,
  defineReport,
  instant,
  registerReport,
  registerWords,
  sql,
  text,
} from '#kernel/lists';

/**
 * Phones, SKUs and barcodes that were kept in two ways and turned out to be one, and codes of products that are the number of a
 * card or a member's phone. A row goes when the record or the product got another number, or the two members were merged.
 */
registerWords('numberKind', {
  'zh-CN': { phone: '手机号', sku: '货号', barcode: '条码', card: '卡号' },
  en: { phone: 'Phone', sku: 'SKU', barcode: 'Barcode', card: 'Card number' },
});

const isPii = (row: Readonly<Record<string, unknown>>): boolean => row['kind'] === 'phone';

registerReport(
  defineReport({
    id: 'number-collisions',
    group: 'members',
    permission: MemberPermission.merge,
    filters: {},
    columns: {
      foundAt: instant(),
      kind: choice('numberKind'),
      number: text({ pii: 'phone', isPii, width: 18 }),
      keptByName: text(),
      otherName: text({ link: 'member' }),
      otherNumber: text({ pii: 'phone', isPii, width: 18 }),
    },
    orderBy: ['-foundAt'],
    query: (_filter, { storeIds }) => sql`
      SELECT x.id, x.found_at AS "foundAt", 'Asia/Shanghai' AS timezone, x.kind, x.number, coalesce(k.name, k.nickname) AS "keptByName", o.id AS "memberId",
             coalesce(o.name, o.nickname) AS "otherName", x.other_number AS "otherNumber"
        FROM number_collision x JOIN member k ON k.id = x.kept_by JOIN member o ON o.id = x.other_id
       WHERE cardinality(${storeIds}::bigint[]) > 0 AND x.kind = 'phone' AND k.status = 'active' AND o.status = 'active' AND o.phone = x.other_number
      UNION ALL
      SELECT x.id, x.found_at, 'Asia/Shanghai', x.kind, x.number, k.name, NULL, o.name, x.other_number
        FROM number_collision x JOIN product k ON k.id = x.kept_by JOIN product o ON o.id = x.other_id
       WHERE cardinality(${storeIds}::bigint[]) > 0 AND (x.kind = 'sku' AND o.sku = x.other_number OR x.kind = 'barcode'
         AND EXISTS (SELECT FROM product_barcode b WHERE b.barcode = x.other_number AND b.product_id = x.other_id))
      UNION ALL
      SELECT -row_number() OVER (ORDER BY g.code), h.at, 'Asia/Shanghai', h.kind, h.number, coalesce(m.name, m.nickname), NULL, p.name, g.code
        FROM (SELECT code, upper(replace(code, '-', '')) AS key, product_id
                FROM (SELECT barcode AS code, product_id FROM product_barcode UNION SELECT sku, id FROM product) written) g
        JOIN product p ON p.id = g.product_id
        JOIN LATERAL (SELECT 'card' AS kind, card_no AS number, member_id, created_at AS at FROM card WHERE card_no = g.key
                      UNION ALL SELECT 'phone', phone, id, created_at FROM member WHERE phone = g.key AND status = 'active') h ON true
        LEFT JOIN member m ON m.id = h.member_id
       WHERE cardinality(${storeIds}::bigint[]) > 0`,
  }),
);
