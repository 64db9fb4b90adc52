import type { Db, Sql } from '#kernel';
import { bonusOf, House, Ledger, pointsOf, principalOf } from '#ledger';
import { planTopUp } from './top-up.entry.js';
import type { BonusLot } from './top-up.rules.js';

let count = 0;

/** Value in a wallet with its document and entry. Amounts in cents; the bonus is one lot without expiry unless lots are named. */
export async function toppedUp(
  db: Db,
  member: { memberId: number; walletId: number },
  topUp: {
    principalCents: number;
    bonusCents?: number;
    bonusLots?: readonly BonusLot[];
    points?: number;
    storeId?: number;
    tender?: string;
    businessDate?: string;
  },
): Promise<{ topUpId: number; entryId: number }> {
  const number = (count += 1);
  const { memberId, walletId } = member;
  const { principalCents, bonusCents = 0, points = 0, tender = 'cash' } = topUp;
  const { businessDate = '2026-01-01' } = topUp;
  const bonusLots =
    topUp.bonusLots ??
    (bonusCents ? [{ amountCents: bonusCents, releasesOn: null, expiresOn: null }] : []);
  return db.write(async (tx) => {
    const storeId = topUp.storeId ?? (await homeStoreOf(tx, memberId));
    const at = new Date(`${businessDate}T04:00:00Z`);
    const receiptNo = `FX-${businessDate.replaceAll('-', '')}-${String(number).padStart(4, '0')}`;
    const { id: staffId } = await tx.one<{ id: number }>('SELECT min(id) AS id FROM staff');
    const act = {
      kind: 'top_up',
      businessDate,
      at,
      storeId,
      drawerStoreId: storeId,
      staffId,
      memberId,
      document: { kind: 'top_up', no: receiptNo },
      accounts: [principalOf(walletId), bonusOf(walletId), pointsOf(memberId)],
    };
    const paid = { to: member, storeId, businessDate, tender, principalCents };
    const { entryId, balances, result } = await new Ledger().act(tx, act, (books) => {
      const repaid = planTopUp(books, { ...paid, gifts: [], rules: new Map() });
      for (const { amountCents, ...lot } of bonusLots) {
        const against = House.bonusCost(storeId);
        books.grant(bonusOf(walletId), amountCents, { ...lot, tender, gifted: true, against });
      }
      const against = House.pointsIssued(storeId);
      books.grant(pointsOf(memberId), points, { terms: 'gift', gifted: true, against });
      return repaid;
    });
    const after = (kind: string) => balances.find((account) => account.kind === kind)?.balance ?? 0;
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO top_up (receipt_no, entry_id, wallet_id, member_id, store_id, staff_id, business_date, at, tender, principal_cents,
                           bonus_cents, points, principal_after_cents, bonus_after_cents, points_after, bonus_debt_repaid_cents)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) RETURNING id`,
      [
        receiptNo,
        entryId,
        walletId,
        memberId,
        storeId,
        staffId,
        businessDate,
        at,
        tender,
        principalCents,
        bonusLots.reduce((sum, lot) => sum + lot.amountCents, 0),
        points,
        after('principal'),
        after('bonus'),
        after('points'),
        result.bonusDebtRepaidCents,
      ],
    );
    return { topUpId: id, entryId };
  });
}

/** Real name and document seen: the higher prepaid limit counts. */
export async function registered(sql: Sql, memberId: number): Promise<void> {
  await sql.query(
    `INSERT INTO member_identity (member_id, document_kind, name, seen_by)
     SELECT $1, 'id_card', coalesce(m.name, m.nickname), (SELECT min(id) FROM staff) FROM member m WHERE m.id = $1`,
    [memberId],
  );
}

/** Bonus and points, as `gives` of a rule asks for them. */
export const aGift = (
  bonusCents: number,
  {
    points = 0,
    ...terms
  }: { points?: number; bonusInstalments?: number; [term: string]: unknown } = {},
): object[] => [
  { kind: 'bonus', bonusCents, bonusInstalments: 1, firstAfterMonths: 1, ...terms },
  { kind: 'points', points },
];

/** A top-up rule in force since long ago, for everybody. */
export async function aTopUpRule(
  sql: Sql,
  rule: {
    payCents: number;
    bonusCents?: number;
    bonusValidDays?: number | null;
    bonusInstalments?: number;
    points?: number;
    firstAfterMonths?: number;
    perMultiple?: boolean;
    grantsLevelId?: number | null;
    levelId?: number | null;
    storeId?: number | null;
    startsOn?: string;
    endsOn?: string | null;
    active?: boolean;
  },
): Promise<number> {
  const { id } = await sql.one<{ id: number }>(
    `INSERT INTO top_up_rule (name, level_id, store_id, starts_on, ends_on, pay_cents, bonus_cents, bonus_valid_days, bonus_instalments, points, active,
                              first_after_months, per_multiple, grants_level_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id`,
    [
      `充 ${rule.payCents / 100}`,
      rule.levelId ?? null,
      rule.storeId ?? null,
      rule.startsOn ?? '2020-01-01',
      rule.endsOn ?? null,
      rule.payCents,
      rule.bonusCents ?? 0,
      rule.bonusValidDays ?? null,
      rule.bonusInstalments ?? 1,
      rule.points ?? 0,
      rule.active ?? true,
      rule.firstAfterMonths ?? 1,
      rule.perMultiple ?? false,
      rule.grantsLevelId ?? null,
    ],
  );
  return id;
}

async function homeStoreOf(sql: Sql, memberId: number): Promise<number> {
  const { id } = await sql.one<{ id: number }>(
    'SELECT home_store_id AS id FROM member WHERE id = $1',
    [memberId],
  );
  return id;
}
