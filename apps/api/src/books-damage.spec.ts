import pg from 'pg';
import type { Sql } from '#kernel';
import { type Verification, verifyBooks } from '#ledger';
import { testApp } from '#workshop/testing';
import { DAMAGES } from './books-damage.fixtures.js';
import { twoPlaces } from './walks/place.fixtures.js';
import { aWorld } from './walks/world.fixtures.js';

// Every check of the books finds a row that is wrong, and names it. Each damage is rolled back.
const api = await testApp({ books: 'damaged' });

// The database would refuse most of these rows. Its guards are gone, as in a copy that was restored without them.
const UNGUARDED = `DO $$ DECLARE c record; BEGIN
  FOR c IN SELECT conrelid::regclass AS "table", conname AS name FROM pg_constraint
            WHERE contype = 'c' AND connamespace::regnamespace::text IN ('public', 'ledger')
  LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c."table", c.name); END LOOP; END $$`;

beforeAll(async () => {
  const { here } = await twoPlaces(api);
  await aWorld(here);
  await asSuperuser((sql) => sql.query(UNGUARDED));
});

it('has a damage for every check, and finds nothing before it', async () => {
  const { checks, findings } = await api.db.read((sql) => verifyBooks(sql));
  expect(findings).toEqual([]);
  expect(checks.map(({ name }) => name).sort()).toEqual(Object.keys(DAMAGES).sort());
});

const cases = Object.entries(DAMAGES).flatMap(([check, damages]) =>
  damages.map((statements, index) => ({ check, number: index + 1, statements })),
);

it.each(cases)('$check finds damage $number', async ({ check, statements }) => {
  const { damaged, found } = await damage(statements);
  expect(damaged).toBeDefined();
  const subjects = found.findings.filter((finding) => finding.check === check);
  expect(subjects.map(({ subject }) => subject)).toContain(damaged);
});

/** What the books say of the damage, and how its last statement calls what it damaged. */
function damage(
  statements: readonly string[],
): Promise<{ damaged: string | undefined; found: Verification }> {
  return asSuperuser(async (sql) => {
    await sql.query('BEGIN; SET LOCAL session_replication_role = replica');
    let rows: { subject?: string }[] = [];
    for (const statement of statements) rows = await sql.query(statement);
    const found = await verifyBooks(sql);
    await sql.query('ROLLBACK');
    return { damaged: rows[0]?.subject, found };
  });
}

async function asSuperuser<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: api.database.superuserUrl });
  await client.connect();
  const query = async (text: string) => (await client.query(text)).rows as unknown[];
  return work({ query } as Sql).finally(() => client.end());
}
