import { verifyBooks } from '#ledger';
import { testDatabase } from '#workshop/testing';
import { seedDemo } from './index.js';

const database = await testDatabase();
const NOW = new Date('2026-11-22T06:36:00Z');

describe('the demo chain', () => {
  beforeAll(async () => {
    await seedDemo(database.ownerUrl, () => undefined, NOW);
  }, 180_000);

  it('has the size it promises', async () => {
    const [counts] = await database.db
      .query(`SELECT (SELECT count(*) FROM store) AS stores, (SELECT count(*) FROM staff) AS staff, (SELECT count(*) FROM level) AS levels,
      (SELECT count(*) FROM member) AS members, (SELECT count(DISTINCT depth) FROM category) AS depths`);
    expect(counts).toEqual({ stores: 7, staff: 15, levels: 4, members: 3040, depths: 3 });
    const { products, sales, days } = await database.db.one<{
      products: number;
      sales: number;
      days: number;
    }>(
      'SELECT (SELECT count(*) FROM product) AS products, count(*) AS sales, count(DISTINCT business_date) AS days FROM sale',
    );
    expect(products).toBe(400);
    expect(sales).toBeGreaterThan(17_000);
    expect(sales).toBeLessThan(23_000);
    expect(days).toBeGreaterThanOrEqual(90);
  });

  it('has clean books', async () => {
    const { findings, checks } = await verifyBooks(database.db);
    expect(checks.length).toBeGreaterThan(5);
    expect(findings).toEqual([]);
  });

  it('has members to call on: birthdays today in both calendars, lost cards, bonus still to come', async () => {
    const { solar, lunar, lost, held } = await database.db.one<Record<string, number>>(
      `SELECT (SELECT count(*) FROM member WHERE birthday_calendar = 'solar' AND birth_month = 11 AND birth_day = 22) AS solar,
              (SELECT count(*) FROM member WHERE birthday_calendar = 'lunar' AND birth_month = 10 AND birth_day = 14) AS lunar,
              (SELECT count(*) FROM card WHERE status = 'lost') AS lost, (SELECT count(*) FROM ledger.account WHERE kind = 'bonus' AND held > 0) AS held`,
    );
    for (const count of [solar, lunar, lost, held]) expect(count).toBeGreaterThan(0);
  });

  it('took the members of a store over that joined it, with what they had', async () => {
    const taken = await database.db.one(
      `SELECT j.status, count(*)::int AS rows, sum(r.principal_cents) > 0 AS value, count(DISTINCT c.id)::int AS cards
         FROM import_job j JOIN import_row r ON r.import_id = j.id JOIN card c ON c.id = r.card_id AND c.origin = 'imported' GROUP BY j.id`,
    );
    expect(taken).toEqual({ status: 'done', rows: 40, value: true, cards: 40 });
    expect(await database.db.query("SELECT id FROM outbox WHERE topic LIKE 'import.%'")).toEqual(
      [],
    );
  });

  it('has goods that came back, some of them to scrap', async () => {
    const { returns, sales, partial } = await database.db.one<Record<string, number>>(
      `SELECT count(*)::int AS returns, count(DISTINCT r.sale_id)::int AS sales,
              count(*) FILTER (WHERE s.returned_cents < s.due_cents)::int AS partial
         FROM sale_return r JOIN sale s ON s.id = r.sale_id`,
    );
    expect([returns, sales]).toEqual([8, 8]);
    expect(partial).toBeGreaterThan(0);
  });

  it('lets points pay now and then', async () => {
    const { sales, points } = await database.db.one<{ sales: number; points: number }>(
      'SELECT count(*)::int AS sales, sum(points_used)::bigint AS points FROM sale WHERE other_cents > 0',
    );
    expect(sales).toBeGreaterThan(500);
    expect(points).toBeGreaterThanOrEqual(100 * sales);
  });

  it('sells nothing after now, and phones belong to nobody', async () => {
    const { late, real } = await database.db.one<{ late: number; real: number }>(
      `SELECT (SELECT count(*) FROM sale WHERE at > $1) AS late, (SELECT count(*) FROM member WHERE phone !~ '^100[0-9]{8}$') AS real`,
      [NOW],
    );
    expect({ late, real }).toEqual({ late: 0, real: 0 });
  });
});
