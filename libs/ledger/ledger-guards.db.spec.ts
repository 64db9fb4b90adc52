import pg from 'pg';
import { testDatabase } from '#workshop/testing';
import { schemaDrift } from '#kernel';
import { WalletKit } from './ledger.spec-kit.js';
import { postCall, postParams } from './post-statement.js';
import { House } from './house.js';
import { verifyBooks } from './verify-books.js';

const database = await testDatabase({ books: 'damaged' });
const { db } = database;

async function as<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
const TABLES = ['account', 'entry', 'posting', 'lot', 'lot_move', 'reversal'];
const APPEND_ONLY = ['entry', 'posting', 'lot_move', 'reversal'];

beforeAll(async () => {
  const wallet = new WalletKit(db, 1);
  await wallet.topUp('2026-11-01', 100_00, { cents: 10_00, expiresOn: '2027-01-01' }, 5);
  await wallet.spend('2026-11-02', 55_00);
});

describe('as the application', () => {
  it.each(TABLES)('reads %s and may not write it', async (table) => {
    await db.query(`SELECT * FROM ledger.${table}`);
    const columns = await db.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'ledger.${table}'::regclass AND attnum > 0 ORDER BY attnum DESC LIMIT 1`,
    );
    const column = columns[0]?.name ?? '';
    for (const statement of [
      `UPDATE ledger.${table} SET ${column} = ${column}`,
      `DELETE FROM ledger.${table}`,
      `TRUNCATE ledger.${table} CASCADE`,
      `INSERT INTO ledger.${table} DEFAULT VALUES`,
    ]) {
      await expect(as(database.url, (client) => client.query(statement))).rejects.toMatchObject({
        code: '42501',
      });
    }
  });

  it('cannot switch the guards off', async () => {
    for (const statement of [
      'ALTER TABLE ledger.posting DISABLE TRIGGER ALL',
      'SET session_replication_role = replica',
      'DROP FUNCTION ledger.post',
      'CREATE TABLE ledger.mine (id int)',
    ]) {
      await expect(as(database.url, (client) => client.query(statement))).rejects.toMatchObject({
        code: '42501',
      });
    }
  });

  const post = (payload: Record<string, unknown>) =>
    as(database.url, (client) =>
      client.query(`SELECT ${postCall(1, 'NULL')}`, postParams(payload)),
    );
  const entry = {
    i: 1,
    kind: 'adjustment',
    business_date: '2026-11-22',
    at: '2026-11-22T00:00:00Z',
    store_id: 1,
  };

  it('posts nothing that does not sum to zero, in amount and in value', async () => {
    await expect(
      post({
        entries: [entry],
        accounts: 0,
        postings: [{ e: 1, s: 1, h: 'sales', st: 1, u: 'CNY', m: 5 }],
      }),
    ).rejects.toMatchObject({ constraint: 'posting_zero_sum' });
    const goods = [
      { e: 1, s: 1, h: 'cost_of_sales', st: 1, u: 'G:1', m: 1000, c: 300 },
      { e: 1, s: 2, h: 'stock_opening', st: 1, u: 'G:1', m: -1000, c: -299 },
    ];
    await expect(post({ entries: [entry], accounts: 0, postings: goods })).rejects.toMatchObject({
      constraint: 'posting_zero_sum',
    });
  });

  it('posts nothing on an account that changed since it was read', async () => {
    const account = await db.one<{ id: number; version: number }>(
      `SELECT id, version FROM ledger.account WHERE kind = 'principal'`,
    );
    const postings = [
      { e: 1, s: 1, a: account.id, f: 'balance', u: 'CNY', m: 1, v: account.version, r: 1 },
      { e: 1, s: 2, h: 'sales', st: 1, u: 'CNY', m: -1 },
    ];
    await expect(post({ entries: [entry], accounts: 1, postings })).rejects.toMatchObject({
      code: '40001',
    });
  });

  it('posts nothing that takes an account below zero', async () => {
    const account = await db.one<{ id: number; version: number }>(
      `SELECT id, version FROM ledger.account WHERE kind = 'principal'`,
    );
    const postings = [
      {
        e: 1,
        s: 1,
        a: account.id,
        f: 'balance',
        u: 'CNY',
        m: 99_999,
        v: account.version + 1,
        r: 0,
      },
      { e: 1, s: 2, h: 'sales', st: 1, u: 'CNY', m: -99_999 },
    ];
    await expect(post({ entries: [entry], accounts: 1, postings })).rejects.toMatchObject({
      constraint: 'account_sound',
    });
  });
});

describe('as the owner', () => {
  it.each(APPEND_ONLY)('%s is append-only', async (table) => {
    for (const statement of [
      `UPDATE ledger.${table} SET entry_id = entry_id`.replace(
        'ledger.entry SET entry_id = entry_id',
        'ledger.entry SET id = id',
      ),
      `DELETE FROM ledger.${table}`,
      `TRUNCATE ledger.${table} CASCADE`,
    ]) {
      await expect(
        as(database.ownerUrl, (client) => client.query(statement)),
      ).rejects.toMatchObject({ code: '23001' });
    }
  });

  it('a posting that does not balance is refused too', async () => {
    await expect(
      as(database.ownerUrl, (client) =>
        client.query(
          `INSERT INTO ledger.posting (entry_id, seq, house, store_id, unit, amount) VALUES (1, 99, 'sales', 1, 'CNY', 1)`,
        ),
      ),
    ).rejects.toMatchObject({ constraint: 'posting_zero_sum' });
  });
});

describe('the schema', () => {
  it('is what the ledger entities say', async () => {
    await import('./ledger.module.js');
    const drift = await schemaDrift(db.dataSource);
    expect(
      drift.filter((line) => line.startsWith('ledger.') && !line.includes('no entity names')),
    ).toEqual([]);
  });
});

describe('verify books', () => {
  const damage = (statement: string) =>
    as(database.superuserUrl, (client) =>
      client.query(`SET session_replication_role = replica; ${statement}`),
    );
  const findings = async () => (await db.read((sql) => verifyBooks(sql))).findings;

  it('finds nothing in good books', async () => {
    expect(await findings()).toEqual([]);
  });

  it('finds one altered posting and shows both sides', async () => {
    await damage(`UPDATE ledger.posting SET amount = amount + 1 WHERE house = 'sales'`);
    const found = await findings();
    expect(found.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['entry.zero_sum', 'house.equals_accounts']),
    );
    expect(found.find(({ check }) => check === 'entry.zero_sum')).toMatchObject({
      left: '1 / value 0',
      right: '0 / value 0',
    });
    await damage(`UPDATE ledger.posting SET amount = amount - 1 WHERE house = 'sales'`);
    expect(await findings()).toEqual([]);
  });

  it.each([
    [
      'a balance',
      `UPDATE ledger.account SET balance = balance + 7 WHERE kind = 'principal'`,
      `UPDATE ledger.account SET balance = balance - 7 WHERE kind = 'principal'`,
      ['account.equals_postings', 'lot.equals_account', 'house.equals_accounts'],
    ],
    [
      'a lot',
      `UPDATE ledger.lot SET remaining = 4999 WHERE remaining = 5000`,
      `UPDATE ledger.lot SET remaining = 5000 WHERE remaining = 4999`,
      ['lot.equals_account', 'lot.equals_moves'],
    ],
    [
      'a running balance',
      `UPDATE ledger.posting SET after_amount = after_amount + 1 WHERE account_id IS NOT NULL AND version = 2`,
      `UPDATE ledger.posting SET after_amount = after_amount - 1 WHERE account_id IS NOT NULL AND version = 2`,
      ['account.running_balance'],
    ],
    [
      'a move',
      `UPDATE ledger.lot_move SET amount = amount - 1 WHERE kind = 'draw'`,
      `UPDATE ledger.lot_move SET amount = amount + 1 WHERE kind = 'draw'`,
      ['lot.equals_moves', 'lot.moves_equal_postings'],
    ],
    [
      'an entry',
      `INSERT INTO ledger.entry (id, kind, business_date, at, store_id) VALUES (900, 'sale', '2026-11-22', now(), 1)`,
      `DELETE FROM ledger.entry WHERE id = 900`,
      ['document.sale'],
    ],
  ])('finds %s that was altered', async (_, statement, undo, expected) => {
    await damage(statement);
    expect([...new Set((await findings()).map(({ check }) => check))]).toEqual(
      expect.arrayContaining(expected),
    );
    await damage(undo);
    expect(await findings()).toEqual([]);
  });
});

describe('a closed account', () => {
  it('takes nothing but what gives back an entry that touched it', async () => {
    const [merged, other] = [new WalletKit(db, 81), new WalletKit(db, 82)];
    await merged.topUp('2026-11-01', 100_00);
    const own = await merged.spend('2026-11-02', 100_00);
    await other.topUp('2026-11-01', 100_00);
    const foreign = await other.spend('2026-11-02', 30_00);
    const accounts = await db.query<{ id: number }>(
      `SELECT id FROM ledger.account WHERE owner_id = 81`,
    );
    await db.write((tx) =>
      tx.query('SELECT ledger.close_accounts($1::bigint[])', [accounts.map(({ id }) => id)]),
    );
    const giveBack = (relatesEntryId?: number) =>
      merged.act(
        '2026-11-03',
        (books) => books.grant(merged.principal, 10_00, { against: House.sales(1) }),
        relatesEntryId ? { relatesEntryId } : {},
      );
    const closed = { constraint: 'account_closed' };
    await expect(giveBack()).rejects.toMatchObject(closed);
    await expect(giveBack(foreign.entryId)).rejects.toMatchObject(closed);
    await expect(giveBack(own.entryId)).resolves.toBeDefined();
  });
});
