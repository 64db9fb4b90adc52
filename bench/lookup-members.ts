import { bulkInsert, Clock, restartIdentity } from '#kernel';
import { memberKeys } from '#membership/members';
import pg from 'pg';
import type { BenchServer } from './bench-server.js';
import { GIVEN_SLOTS, givenSlots, SURNAME_SLOTS, surnameSlots } from './lookup-names.js';

export const LOOKUP_STORES = 200;
/** One member in ten came from an older system and kept its number. */
const OLD_EVERY = 10;
const CHECKED = 300;

const LEVELS = ['普通', '银卡', '金卡', '钻石'];

type Report = (line: string) => void;

/**
 * Members as a large chain has them, written as sets: names with the frequency of Chinese names, phones, cards of both
 * kinds, keys, visits, wallets. Indexes are made afterwards. The keys are compared with those the product makes.
 */
export async function makeMembers(
  server: BenchServer,
  members: number,
  report: Report,
): Promise<void> {
  const client = new pg.Client({
    connectionString: server.superuserUrl.replace(/\/[^/]*$/, new URL(server.ownerUrl).pathname),
  });
  await client.connect();
  const step = async (what: string, text: string) => {
    const from = performance.now();
    await client.query(text);
    report(`${what}: ${((performance.now() - from) / 1_000).toFixed(1)} s`);
  };
  try {
    // The rows are made whole here: foreign keys and triggers would look at each of them again.
    await client.query("SET session_replication_role = 'replica'");
    await client.query("SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'");
    await client.query('SET synchronous_commit = off');
    await client.query('SELECT setseed(0.2046)');
    await organisation(client);
    await names(client);
    const indexes = await dropIndexes(client);
    await step('members', MEMBERS(members));
    await step('wallets', 'INSERT INTO wallet (id, member_id) SELECT id, id FROM person');
    await step('keys', KEYS);
    await step('cards', CARDS);
    await step('sales', SALES);
    await step('accounts', ACCOUNTS);
    await step('lots', LOTS);
    for (const { name, definition } of indexes) await step(name, definition);
    await restartIdentity(client, 'store', 'level', 'member', 'wallet', 'card', 'sale');
    await client.query('DROP TABLE person, surname, given');
    await checkKeys(client);
    await step('vacuum', 'VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}

async function organisation(client: pg.Client): Promise<void> {
  await client.query(
    `INSERT INTO store (id, code, name, type, region, timezone, cutover_hour, active)
     SELECT n, 'S' || lpad(n::text, 3, '0'), n || ' 店', 'branch', '', 'Asia/Shanghai', 0, true FROM generate_series(1, ${LOOKUP_STORES}) n`,
  );
  await bulkInsert(
    client,
    'level',
    LEVELS.map((name, index) => ({
      id: index + 1,
      code: `L${index + 1}`,
      name,
      rank: index + 1,
      pay_rate_bps: 10_000 - index * 500,
      points_per_yuan_bps: 10_000,
    })),
  );
}

async function names(client: pg.Client): Promise<void> {
  for (const table of ['surname', 'given']) {
    await client.query(
      `CREATE UNLOGGED TABLE ${table} (slot int PRIMARY KEY, text text, sounds text[], initials text[], "restText" text, "restSounds" text[], "restInitials" text[])`,
    );
  }
  await bulkInsert(client, 'surname', surnameSlots() as unknown as Record<string, unknown>[]);
  await bulkInsert(client, 'given', givenSlots() as unknown as Record<string, unknown>[]);
  await client.query('ANALYZE surname; ANALYZE given');
}

/** Takes away the indexes of the large tables. Returns how to make them again. */
async function dropIndexes(client: pg.Client): Promise<{ name: string; definition: string }[]> {
  const { rows } = await client.query<{ name: string; drop: string; definition: string }>(
    `SELECT i.relname AS name,
            CASE WHEN k.oid IS NULL THEN format('DROP INDEX %s', i.oid::regclass)
                 ELSE format('ALTER TABLE %s DROP CONSTRAINT %I', t.oid::regclass, k.conname) END AS drop,
            CASE WHEN k.oid IS NULL THEN pg_get_indexdef(i.oid)
                 ELSE format('ALTER TABLE %s ADD CONSTRAINT %I %s', t.oid::regclass, k.conname, pg_get_constraintdef(k.oid)) END AS definition
       FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
       LEFT JOIN pg_constraint k ON k.conindid = i.oid AND k.conrelid = t.oid AND k.contype IN ('p', 'u')
      WHERE t.oid IN ('member_key'::regclass, 'card'::regclass, 'sale'::regclass, 'ledger.account'::regclass, 'ledger.lot'::regclass)
        -- What other tables refer to stays.
        AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conindid = i.oid)`,
  );
  for (const { drop } of rows) await client.query(drop);
  return rows;
}

const TODAY = new Clock().now().toISOString().slice(0, 10);

// Multiplied by a number without common factors, a running number goes everywhere and meets nobody twice.
const MEMBERS = (members: number) => `
  CREATE UNLOGGED TABLE person AS
  SELECT n AS id, (random() * ${SURNAME_SLOTS} - 0.5)::int % ${SURNAME_SLOTS} AS surname, (random() * ${GIVEN_SLOTS} - 0.5)::int % ${GIVEN_SLOTS} AS given,
         '1' || (ARRAY['30','35','36','37','38','39','50','51','52','58','59','77','86','87','88','89','91','98'])[1 + n % 18]
             || lpad(((n::bigint * 73687867) % 100000000)::text, 8, '0') AS phone,
         1 + floor(${LOOKUP_STORES} * random() ^ 2)::int AS store_id,
         CASE WHEN random() < 0.62 THEN 1 WHEN random() < 0.68 THEN 2 WHEN random() < 0.75 THEN 3 ELSE 4 END AS level_id,
         DATE '${TODAY}' - floor(2000 * (1 - n / ${members}::float8))::int AS joined_on,
         random() AS came
    FROM generate_series(1, ${members}) n;
  ANALYZE person;
  INSERT INTO member (id, name, phone, level_id, home_store_id, joined_on, joined_by, created_at)
  SELECT p.id, s.text || g.text, p.phone, p.level_id, p.store_id, p.joined_on, 1, p.joined_on
    FROM person p JOIN surname s ON s.slot = p.surname JOIN given g ON g.slot = p.given ORDER BY p.id`;

// Two of three came again; half of them within the last months.
const SEEN = `CASE WHEN p.came < 0.34 THEN p.joined_on
                   ELSE p.joined_on + floor((DATE '${TODAY}' - p.joined_on) * (1 - ((p.came - 0.34) / 0.66) ^ 3))::int END`;

// Both parts in each of their readings; the likeliest of a whole name is a key of the whole.
const READ = (first: string, second: string, likeliest: string, others: string) => `
     SELECT x.read || y.read, CASE WHEN x.n = 1 AND y.n = 1 THEN '${likeliest}' ELSE '${others}' END
       FROM unnest(${first}) WITH ORDINALITY AS x(read, n) CROSS JOIN unnest(${second}) WITH ORDINALITY AS y(read, n)
      WHERE (x.n = 1 AND y.n = 1) OR x.read || y.read <> (${first})[1] || (${second})[1]`;
const READ_PART = (first: string, second: string, kind: string) => `
     SELECT x.read || y.read, '${kind}' FROM unnest(${first}) AS x(read) CROSS JOIN unnest(${second}) AS y(read) WHERE s."restText" <> ''`;

const KEYS = `
  INSERT INTO member_key (key, kind, member_id, seen_on)
  SELECT k.key, k.kind, p.id, ${SEEN}
    FROM person p JOIN surname s ON s.slot = p.surname JOIN given g ON g.slot = p.given
   CROSS JOIN LATERAL (
     SELECT s.text || g.text AS key, 'name' AS kind
     UNION SELECT nullif(s."restText", '') || g.text, 'name_part'
     UNION SELECT g.text, 'name_part' UNION SELECT g."restText", 'name_part'
     UNION SELECT p.phone, 'phone' UNION SELECT right(p.phone, 4), 'last4'
     UNION ${READ('s.sounds', 'g.sounds', 'pinyin', 'pinyin_part')}
     UNION ${READ('s.initials', 'g.initials', 'initials', 'initials_part')}
     UNION ${READ_PART('s."restSounds"', 'g.sounds', 'pinyin_part')}
     UNION ${READ_PART('s."restInitials"', 'g.initials', 'initials_part')}
     UNION SELECT unnest(g.sounds), 'pinyin_part' UNION SELECT unnest(g.initials), 'initials_part'
     UNION SELECT unnest(g."restSounds"), 'pinyin_part' UNION SELECT unnest(g."restInitials"), 'initials_part') AS k
   WHERE k.key <> ''`;

// Prefix and range of the store, a part that goes everywhere, the Luhn digit.
const LUHN = Array.from({ length: 15 }, (_, at) => {
  const digit = `substr(c.digits, ${at + 1}, 1)::int`;
  return at % 2 === 0 ? `(${digit} * 2) / 10 + (${digit} * 2) % 10` : digit;
}).join(' + ');

const CARDS = `
  INSERT INTO card (id, card_no, member_id, wallet_id, store_id, status, issued_on)
  SELECT c.id, CASE WHEN c.id % ${OLD_EVERY} = 0 THEN 'A' || lpad(c.id::text, 7, '0') ELSE c.digits || ((10 - (${LUHN}) % 10) % 10) END,
         c.id, c.id, c.store_id, CASE WHEN c.id % 67 = 0 THEN 'lost' WHEN c.id % 131 = 0 THEN 'closed' ELSE 'active' END, c.joined_on
    FROM (SELECT p.*, '6800' || lpad(p.store_id::text, 4, '0') || lpad(((p.id::bigint * 7368787) % 10000000)::text, 7, '0') AS digits FROM person p) c`;

const SALES = `
  INSERT INTO sale (id, receipt_no, entry_id, store_id, till_id, staff_id, member_id, business_date, at, list_cents, discount_cents, due_cents, received_cents)
  SELECT row_number() OVER (), 'R-' || p.id, p.id, p.store_id, 1, 1, p.id, ${SEEN}, ${SEEN}, 10000, 0, 10000, 10000
    FROM person p WHERE p.came >= 0.34`;

// A third keeps money with the chain, nearly everybody has points.
const ACCOUNTS = `
  INSERT INTO ledger.account (kind, owner_id, unit, normal, balance, version)
  SELECT a.kind, p.id, a.unit, -1, a.balance, 1 FROM person p
   CROSS JOIN LATERAL (VALUES ('principal', 'CNY', 20000 + p.id % 90000), ('bonus', 'CNY', 5000), ('points', 'PTS', 10 + p.id % 900)) AS a(kind, unit, balance)
   WHERE (a.kind = 'points' AND p.came >= 0.2) OR (a.kind = 'principal' AND p.id % 3 = 0) OR (a.kind = 'bonus' AND p.id % 6 = 0)`;

const LOTS = `
  INSERT INTO ledger.lot (account_id, unit, state, origin_entry_id, origin_store_id, origin_on, granted, remaining, expires_on)
  SELECT a.id, a.unit, 'open', a.id, 1, DATE '${TODAY}' - 30, a.balance, a.balance, CASE WHEN a.kind = 'principal' THEN NULL ELSE DATE '${TODAY}' + 300 END
    FROM ledger.account a`;

/** What was put together by SQL is what the product would write. */
async function checkKeys(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; phone: string; keys: string[] }>(
    `SELECT m.name, m.phone, array_agg(k.kind || ' ' || k.key) AS keys FROM member m JOIN member_key k ON k.member_id = m.id
      WHERE m.id % ((SELECT count(*) FROM member) / ${CHECKED}) = 0 GROUP BY m.id`,
  );
  const sorted = (keys: readonly string[]) => [...keys].sort().join('\n');
  const wrong = rows.filter(
    ({ name, phone, keys }) =>
      sorted(keys) !== sorted(memberKeys({ name, phone }).map(({ kind, key }) => `${kind} ${key}`)),
  );
  // A character read in two ways may sound otherwise within another name.
  if (wrong.length > rows.length / 50) {
    throw new Error(
      `keys are not those of the product: ${wrong.map(({ name }) => name).join(', ')}`,
    );
  }
}
