import pg from 'pg';
import { type BenchServer, run } from './bench-server.js';

const BRANCHES = 50;
const TELLERS_A_BRANCH = 10;
const ACCOUNTS_A_BRANCH = 100_000;

/** The tables of TPC-B as pgbench makes them. */
export async function prepareTpcb({ baselineUrl }: BenchServer): Promise<void> {
  const accounts = BRANCHES * ACCOUNTS_A_BRANCH;
  await run(
    baselineUrl,
    'CREATE TABLE branches (bid int NOT NULL, bbalance int, filler char(88)) WITH (fillfactor = 100)',
    'CREATE TABLE tellers (tid int NOT NULL, bid int, tbalance int, filler char(84)) WITH (fillfactor = 100)',
    'CREATE TABLE accounts (aid int NOT NULL, bid int, abalance int, filler char(84)) WITH (fillfactor = 100)',
    'CREATE TABLE history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22))',
    `INSERT INTO branches SELECT n, 0, '' FROM generate_series(1, ${BRANCHES}) n`,
    `INSERT INTO tellers SELECT n, (n - 1) / ${TELLERS_A_BRANCH} + 1, 0, '' FROM generate_series(1, ${BRANCHES * TELLERS_A_BRANCH}) n`,
    `INSERT INTO accounts SELECT n, (n - 1) / ${ACCOUNTS_A_BRANCH} + 1, 0, '' FROM generate_series(1, ${accounts}) n`,
    'ALTER TABLE branches ADD PRIMARY KEY (bid)',
    'ALTER TABLE tellers ADD PRIMARY KEY (tid)',
    'ALTER TABLE accounts ADD PRIMARY KEY (aid)',
    'VACUUM ANALYZE',
  );
}

const prepared = (name: string, text: string) => (values: number[]) => ({ name, text, values });
const updateAccount = prepared('a', 'UPDATE accounts SET abalance = abalance + $1 WHERE aid = $2');
const readAccount = prepared('s', 'SELECT abalance FROM accounts WHERE aid = $1');
const updateTeller = prepared('t', 'UPDATE tellers SET tbalance = tbalance + $1 WHERE tid = $2');
const updateBranch = prepared('b', 'UPDATE branches SET bbalance = bbalance + $1 WHERE bid = $2');
const insertHistory = prepared(
  'h',
  'INSERT INTO history (tid, bid, aid, delta, mtime) VALUES ($1, $2, $3, $4, CURRENT_TIMESTAMP)',
);

const upTo = (count: number) => 1 + Math.floor(Math.random() * count);

async function transaction(client: pg.Client): Promise<void> {
  const [aid, bid] = [upTo(BRANCHES * ACCOUNTS_A_BRANCH), upTo(BRANCHES)];
  const tid = upTo(BRANCHES * TELLERS_A_BRANCH);
  const delta = upTo(10_001) - 5_001;
  await client.query('BEGIN');
  await client.query(updateAccount([delta, aid]));
  await client.query(readAccount([aid]));
  await client.query(updateTeller([delta, tid]));
  await client.query(updateBranch([delta, bid]));
  await client.query(insertHistory([tid, bid, aid, delta]));
  await client.query('COMMIT');
}

/** TPC-B transactions a second, prepared, with the driver that the application uses. */
export async function measureTpcb(
  { baselineUrl }: BenchServer,
  load: { connections: number; seconds: number },
): Promise<number> {
  const clients = Array.from(
    { length: load.connections },
    () => new pg.Client({ connectionString: baselineUrl }),
  );
  await Promise.all(clients.map((client) => client.connect()));
  try {
    let [from, until] = [0, performance.now() + 1_000];
    let done = 0;
    const loop = async (client: pg.Client) => {
      while (performance.now() < until) {
        await transaction(client);
        done += 1;
      }
    };
    await Promise.all(clients.map(loop));
    done = 0;
    from = performance.now();
    until = from + load.seconds * 1_000;
    await Promise.all(clients.map(loop));
    return done / ((performance.now() - from) / 1_000);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
