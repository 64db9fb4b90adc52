import type { Db, Tx } from '#kernel';
import { bonusOf, House, Ledger, principalOf } from '#ledger';
import { aProduct, type ProductOptions } from '../../goods/catalogue/catalogue.fixtures.js';
import { openedStock } from '../../goods/stock/stock.fixtures.js';

let count = 0;

export interface ShopperOptions {
  storeId: number;
  levelId: number;
  staffId: number;
  principalCents?: number;
  bonusCents?: number;
  /** Already hashed. */
  pinHash?: string;
  phone?: string;
  cardStatus?: 'active' | 'lost';
}

export interface Shopper {
  memberId: number;
  walletId: number;
  cardId: number;
  cardNo: string;
}

/** A member with a card and, by a top-up, money in the wallet. */
export async function aShopper(tx: Tx, options: ShopperOptions): Promise<Shopper> {
  count += 1;
  const { storeId, levelId, staffId, principalCents = 0, bonusCents = 0 } = options;
  const { id: memberId } = await tx.one<{ id: number }>(
    `INSERT INTO member (name, phone, level_id, home_store_id, pin_hash, joined_on) VALUES ($1, $2, $3, $4, $5, '2026-01-01') RETURNING id`,
    [`顾客${count}`, options.phone ?? null, levelId, storeId, options.pinHash ?? null],
  );
  const { id: walletId } = await tx.one<{ id: number }>(
    'INSERT INTO wallet (member_id) VALUES ($1) RETURNING id',
    [memberId],
  );
  const cardNo = `6800${String(count).padStart(12, '0')}`;
  const { id: cardId } = await tx.one<{ id: number }>(
    `INSERT INTO card (card_no, member_id, wallet_id, store_id, status, issued_on) VALUES ($1, $2, $3, $4, $5, '2026-01-01') RETURNING id`,
    [cardNo, memberId, walletId, storeId, options.cardStatus ?? 'active'],
  );
  const shopper = { memberId, walletId, cardId, cardNo };
  if (principalCents > 0)
    await topUp(tx, shopper, { storeId, staffId, principalCents, bonusCents });
  return shopper;
}

async function topUp(
  tx: Tx,
  { memberId, walletId, cardId }: Shopper,
  paid: { storeId: number; staffId: number; principalCents: number; bonusCents: number },
) {
  const { storeId, staffId, principalCents, bonusCents } = paid;
  const businessDate = '2026-01-01';
  const at = new Date('2026-01-01T04:00:00Z');
  const act = {
    kind: 'top_up',
    businessDate,
    at,
    storeId,
    staffId,
    memberId,
    homeStoreId: storeId,
    cardStoreId: storeId,
    drawerStoreId: storeId,
    document: { kind: 'top_up', no: `T-${memberId}` },
    accounts: [principalOf(walletId), bonusOf(walletId)],
  };
  const { entryId } = await new Ledger().act(tx, act, (books) => {
    books.grant(principalOf(walletId), principalCents, {
      tender: 'cash',
      against: House.tender('cash', storeId),
    });
    if (bonusCents)
      books.grant(bonusOf(walletId), bonusCents, {
        tender: 'cash',
        gifted: true,
        against: House.bonusCost(storeId),
      });
  });
  await tx.query(
    `INSERT INTO top_up (receipt_no, entry_id, wallet_id, member_id, card_id, store_id, staff_id, business_date, at, tender, principal_cents, bonus_cents,
                         principal_after_cents, bonus_after_cents, points_after)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'cash', $10, $11, $10, $11, 0)`,
    [
      `T-${memberId}`,
      entryId,
      walletId,
      memberId,
      cardId,
      storeId,
      staffId,
      businessDate,
      at,
      principalCents,
      bonusCents,
    ],
  );
}

export interface Shelved {
  id: number;
  priceCents: number;
}

/** Goods with stock at a store (10 pieces at half their price unless told otherwise), or a service. */
export async function shelved(
  tx: Tx,
  at: { storeId: number; staffId: number },
  options: ProductOptions & { qtyMilli?: number; valueCents?: number } = {},
): Promise<Shelved> {
  const { qtyMilli = 10_000, valueCents, ...product } = options;
  const priceCents = options.priceCents ?? 10_00;
  const id = await aProduct(tx, { ...product, priceCents });
  if (options.kind !== 'service' && qtyMilli > 0) {
    await openedStock(tx, {
      ...at,
      lines: [
        {
          productId: id,
          qtyMilli,
          valueCents: valueCents ?? Math.floor((priceCents / 2) * (qtyMilli / 1000)),
        },
      ],
    });
  }
  return { id, priceCents };
}

export async function onHandOf(db: Db, storeId: number, productId: number): Promise<number> {
  const row = await db.maybe<{ balance: number }>(
    `SELECT balance FROM ledger.account WHERE kind = 'stock' AND owner_id = $1 AND unit = 'G:' || $2::bigint`,
    [storeId, productId],
  );
  return row?.balance ?? 0;
}

/** The postings of an entry as the golden tables write them, in no order. */
export async function postingsOf(db: Db, entryId: number): Promise<string[]> {
  const rows = await db.query<{ text: string }>(
    `SELECT coalesce(a.kind || '/' || p.facet, p.house || '@' || s.code) || ' ' || split_part(p.unit, ':', 1) || ' ' || p.amount
            || CASE WHEN p.value_cents <> 0 THEN ' value ' || p.value_cents ELSE '' END AS text
       FROM ledger.posting p LEFT JOIN ledger.account a ON a.id = p.account_id LEFT JOIN store s ON s.id = p.store_id
      WHERE p.entry_id = $1 ORDER BY 1`,
    [entryId],
  );
  return rows.map(({ text }) => text);
}
