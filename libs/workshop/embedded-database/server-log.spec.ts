import pg from 'pg';
import { testDatabase } from '#workshop/testing';

const { superuserUrl } = await testDatabase({ books: 'damaged' });

/** What a statement may say about a person when it fails. */
const VALUES = ['13900019991', '钱多多', 'argon2id-of-a-pin'];
const FAILING: [text: string, params: unknown[]][] = [
  ["SELECT '13900019991x'::bigint", []],
  ['SELECT $1::bigint', ['13900019991x']],
  ["INSERT INTO person VALUES ('13900019991', '钱多多'), ('13900019991', '钱多多')", []],
  ['INSERT INTO person VALUES ($1, $2)', ['13900019991', null]],
  ["DO $$ BEGIN RAISE EXCEPTION '钱多多 is not there'; END $$", []],
  ["DO $$ BEGIN RAISE WARNING '钱多多 is not there'; END $$", []],
  ["UPDATE person SET pin = 'argon2id-of-a-pin'", []],
];

it('writes no value of any statement into the log of its server', async () => {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const log = async () =>
    (await client.query<{ log: string | null }>("SELECT pg_read_file('server.log', true) AS log"))
      .rows[0]?.log ?? null;
  await client.query('CREATE TEMP TABLE person (phone text UNIQUE, name text NOT NULL)');
  for (const [text, params] of FAILING) await client.query(text, params).catch(() => undefined);
  const written = await log();
  await client.end();
  // A server that was brought along (TEST_DATABASE_URL) logs as its owner likes.
  if (written === null) return;
  expect(written).toContain('ready to accept connections');
  for (const value of VALUES) expect(written).not.toContain(value);
});
