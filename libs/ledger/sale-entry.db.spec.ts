import { FixedClock } from '#kernel';
import { testDatabase } from '#workshop/testing';
import { House } from './house.js';
import { facts } from './ledger.fixtures.js';
import { WalletKit, ledger } from './ledger.spec-kit.js';
import { stockOf } from './ledger.types.js';
import { NightlySettlement } from '../chain/books/nightly-settlement.js';

const { db } = await testDatabase();
const shelves = [stockOf(1, 1), stockOf(1, 2)];

async function aShelf(storeId: number, productId: number, qtyMilli: number, valueCents: number) {
  await db.write((tx) =>
    ledger.act(
      tx,
      {
        ...facts('2026-11-01', { kind: 'adjustment', storeId }),
        accounts: [stockOf(storeId, productId)],
      },
      (books) =>
        books.stockIn(storeId, productId, qtyMilli, valueCents, House.stockOpening(storeId)),
    ),
  );
}

describe('a sale paid from wallet and cash (golden G05)', () => {
  const wallet = new WalletKit(db, 1);
  const postingsOf = (entryId: number) =>
    db.query<{ line: string }>(
      `SELECT concat_ws(' ', coalesce(a.kind || '/' || p.facet, p.house), p.unit, p.amount, nullif(p.value_cents, 0)) AS line
         FROM ledger.posting p LEFT JOIN ledger.account a ON a.id = p.account_id WHERE p.entry_id = $1 ORDER BY 1`,
      [entryId],
    );
  const sell = () =>
    db.write((tx) =>
      ledger.act(
        tx,
        {
          ...facts('2026-11-22', { kind: 'adjustment', memberId: 1 }),
          // A product scanned twice is named twice.
          accounts: [...wallet.accounts, ...shelves, shelves[0] ?? stockOf(1, 1)],
        },
        (books) => {
          const spent = books.spendWallet(1, 200_00, 'proportional', House.sales(1));
          books.house(House.tender('cash', 1), 81_70);
          books.house(House.sales(1), -81_70);
          const costs = [books.stockOut(1, 1, 1_000), books.stockOut(1, 2, 2_000)];
          books.grant(wallet.points, 248, {
            against: House.pointsIssued(1),
            expiresOn: '2027-12-31',
            terms: 'sale',
          });
          return { ...spent, costs };
        },
      ),
    );

  beforeAll(async () => {
    await wallet.topUp('2026-11-01', 1072_00, { cents: 214_50, expiresOn: '2027-11-01' });
    await aShelf(1, 1, 3_000, 10_00);
    await aShelf(1, 2, 10_000, 55_55);
  });

  it('moves money, bonus, points and goods in one entry, and back with its reversal', async () => {
    const sale = await sell();
    expect(sale.result).toMatchObject({
      principalCents: 166_65,
      bonusCents: 33_35,
      costs: [3_33, 11_11],
    });
    expect((await postingsOf(sale.entryId)).map(({ line }) => line)).toEqual([
      'bonus/balance CNY 3335',
      'cost_of_sales G:1 1000 333',
      'cost_of_sales G:2 2000 1111',
      'points/balance PTS -248',
      'points_issued PTS 248',
      'principal/balance CNY 16665',
      'sales CNY -28170',
      'stock/balance G:1 -1000 -333',
      'stock/balance G:2 -2000 -1111',
      'tender:cash CNY 8170',
    ]);
    expect(await wallet.standing('2026-11-22')).toMatchObject({
      principal: { balance: 905_35 },
      bonus: { balance: 181_15 },
      points: { balance: 248 },
    });

    await sell();
    const undone = await wallet.reverse('2026-11-22', sale.entryId);
    expect((await postingsOf(undone.entryId)).map(({ line }) => line)).toContain(
      'stock/balance G:1 1000 333',
    );
    expect(await wallet.standing('2026-11-22')).toMatchObject({
      points: { balance: 248, debt: 0 },
    });
    const [first, second] = await ledger.balances(db, shelves, '2026-11-22');
    expect([first, second]).toMatchObject([
      { balance: 2_000, valueCents: 6_66 },
      { balance: 8_000, valueCents: 44_44 },
    ]);
  });

  it('refuses goods that are not there, and nothing of the sale stays', async () => {
    await aShelf(2, 9, 500, 1_00);
    const attempt = db.write((tx) =>
      ledger.act(
        tx,
        { ...facts('2026-11-22', { kind: 'adjustment' }), accounts: [stockOf(2, 9)] },
        (books) => books.stockOut(2, 9, 501),
      ),
    );
    await expect(attempt).rejects.toMatchObject({
      code: 'ledger.stock_short',
      params: { storeId: 2, productId: 9, availableMilli: 500 },
    });
    expect(await ledger.balances(db, [stockOf(2, 9)], '2026-11-22')).toMatchObject([
      { balance: 500 },
    ]);
  });

  it('undoes an opening that was keyed wrong, also where some of it is sold', async () => {
    const opening = await db.write((tx) =>
      ledger.act(
        tx,
        { ...facts('2026-11-01', { kind: 'adjustment' }), accounts: [stockOf(1, 5)] },
        (books) => books.stockIn(1, 5, 3_000, 10_00, House.stockOpening(1)),
      ),
    );
    await aShelf(1, 5, 1_000, 9_00);
    const sold = await db.write((tx) =>
      ledger.act(
        tx,
        { ...facts('2026-11-02', { kind: 'adjustment' }), accounts: [stockOf(1, 5)] },
        (books) => books.stockOut(1, 5, 1_000),
      ),
    );
    expect(sold.result).toBe(4_75);
    await wallet.reverse('2026-11-03', opening.entryId);
    expect(await ledger.balances(db, [stockOf(1, 5)], '2026-11-03')).toMatchObject([
      { balance: 0, valueCents: 0 },
    ]);
  });
});

describe('the nightly settlement', () => {
  const night = (instant: string) =>
    new NightlySettlement(db, ledger, new FixedClock(new Date(instant))).run();
  const expiries = () => db.query(`SELECT store_id FROM ledger.entry WHERE kind = 'expiry'`);

  it('settles every account that is due, once, when its last day has ended in every store', async () => {
    await db.query(
      `INSERT INTO store (code, name, type, cutover_hour) VALUES ('AA', 'A', 'branch', 0), ('BB', 'B', 'branch', 5)`,
    );
    for (const id of [21, 22]) {
      const wallet = new WalletKit(db, id);
      await wallet.topUp('2026-01-01', 100, { cents: 50, expiresOn: '2026-02-01' });
    }
    await night('2026-02-01T20:59:00Z');
    expect(await expiries()).toEqual([]);
    await night('2026-02-01T21:00:00Z');
    expect(await expiries()).toEqual([{ store_id: 1 }, { store_id: 1 }]);
    await night('2026-02-01T21:30:00Z');
    expect(await expiries()).toHaveLength(2);
  });
});
