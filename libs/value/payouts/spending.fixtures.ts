import type { Db } from '#kernel';
import { aProduct } from '../../goods/catalogue/catalogue.fixtures.js';
import { bonusOf, House, Ledger, pointsOf, principalOf } from '#ledger';

let count = 0;

/** A sale paid from a wallet with the parts that are said: what another spend order would have taken. */
export async function spentFrom(
  db: Db,
  who: { walletId: number; memberId: number; storeId: number; staffId: number; tillId: number },
  sale: { principalCents: number; bonusCents: number; listCents?: number; businessDate?: string },
): Promise<{ saleId: number; entryId: number }> {
  count += 1;
  const { walletId, memberId, storeId } = who;
  const { principalCents, bonusCents, businessDate = '2026-02-01' } = sale;
  const dueCents = principalCents + bonusCents;
  const listCents = sale.listCents ?? dueCents;
  const at = new Date(`${businessDate}T04:00:00Z`);
  const receiptNo = `SP-${businessDate.replaceAll('-', '')}-${String(count).padStart(4, '0')}`;
  return db.write(async (tx) => {
    const act = {
      kind: 'sale',
      businessDate,
      at,
      storeId,
      staffId: who.staffId,
      tillId: who.tillId,
      memberId,
      document: { kind: 'sale', no: receiptNo },
      accounts: [principalOf(walletId), bonusOf(walletId), pointsOf(memberId)],
    };
    const { entryId } = await new Ledger().act(tx, act, (books) => {
      books.take(principalOf(walletId), principalCents, House.sales(storeId));
      books.take(bonusOf(walletId), bonusCents, House.sales(storeId));
    });
    const { id: saleId } = await tx.one<{ id: number }>(
      `INSERT INTO sale (receipt_no, entry_id, store_id, till_id, staff_id, member_id, business_date, at, list_cents, discount_cents, due_cents,
                         principal_cents, bonus_cents)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id`,
      [
        receiptNo,
        entryId,
        storeId,
        who.tillId,
        who.staffId,
        memberId,
        businessDate,
        at,
        listCents,
        listCents - dueCents,
        dueCents,
        principalCents,
        bonusCents,
      ],
    );
    const productId = await aProduct(tx, { kind: 'service', priceCents: dueCents });
    await tx.query(
      `INSERT INTO sale_line (sale_id, line_no, product_id, product_name, qty_milli, unit_price_cents, pay_rate_bps, list_cents, net_cents, bonus_part_cents,
                              eligible_cents, points_factor_bps)
       VALUES ($1, 1, $2, '服务', 1000, $3, 10000, $3, $4::bigint, $5::bigint, $4::bigint - $5::bigint, 10000)`,
      [saleId, productId, listCents, dueCents, bonusCents],
    );
    await tx.query(
      `INSERT INTO sale_component (sale_id, line_no, kind, cents)
       SELECT $1, 1, p.kind, p.cents FROM (VALUES ('principal', $2::bigint), ('bonus', $3::bigint)) AS p(kind, cents) WHERE p.cents > 0`,
      [saleId, principalCents, bonusCents],
    );
    await tx.query(
      `INSERT INTO sale_tender (sale_id, line_no, tender, amount_cents, given_cents) VALUES ($1, 1, 'wallet', $2, $2)`,
      [saleId, dueCents],
    );
    return { saleId, entryId };
  });
}
