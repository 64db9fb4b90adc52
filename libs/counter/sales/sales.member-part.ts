import { memberPart } from '#kernel';

// A till that was switched off in the middle of a cart holds nobody up for ever.
const OPEN_SALE_HOURS = 12;

export const SALES_OF_MEMBERS = memberPart('sales', {
  columns: {
    'sale.member_id': 'stays',
    'sale.payer_id': 'stays',
    'till_open_sale.member_id': 'stays',
  },
  inHand: (sql, memberIds) =>
    sql.maybe(
      `SELECT s.name AS "storeName", t.name AS "tillName" FROM till_open_sale o JOIN till t ON t.id = o.till_id JOIN store s ON s.id = t.store_id
        WHERE o.member_id = ANY ($1::bigint[]) AND o.since > now() - make_interval(hours => ${OPEN_SALE_HOURS}) ORDER BY o.since LIMIT 1`,
      [memberIds],
    ),
  async erase(tx, memberIds) {
    await tx.query('DELETE FROM till_open_sale WHERE member_id = ANY ($1::bigint[])', [memberIds]);
  },
});
