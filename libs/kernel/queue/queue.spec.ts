import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { testDatabase } from '#workshop/testing';
import { Outbox } from '../outbox/outbox.js';
import { jobIdOf, OutboxRelay } from '../outbox/relay.js';
import type { JobHandler, JobHandlers } from './job-handlers.js';
import { QUEUES, QueueConnection } from './queue-connection.js';
import { QueueRecords } from './queue-records.js';

const redisUrl = process.env.TEST_REDIS_URL ?? null;
const backends = [['postgres', null] as const, ...(redisUrl ? [['redis', redisUrl] as const] : [])];
const database = await testDatabase({ books: 'damaged' });
const outbox = new Outbox();

async function until(met: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await met()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('waited ten seconds in vain');
}

describe.each(backends)('the queue on %s', (_kind, redis) => {
  const prefix = `test-${randomUUID()}`;
  const opened: QueueConnection[] = [];
  const ran: number[] = [];
  let act: JobHandler = () => Promise.resolve();
  const handlers = {
    all: new Map([['thing.happened', { topic: 'thing.happened', queue: QUEUES.outbox, run: act }]]),
  } as unknown as JobHandlers;

  async function open(): Promise<QueueConnection> {
    const connection = await QueueConnection.open({
      databaseUrl: database.url,
      redisUrl: redis,
      workers: 2,
      prefix,
    });
    opened.push(connection);
    return connection;
  }

  const records = new QueueRecords(database.db);
  const failures: Promise<void>[] = [];
  const work = (connection: QueueConnection) =>
    connection.work(
      QUEUES.outbox,
      async (job) => {
        ran.push(Number(job.data.n));
        await act(job.data, { outboxId: 0, signal: AbortSignal.timeout(10_000) }, 'tried');
      },
      { concurrency: 4, lockMs: 30_000 },
      (jobId, error) => failures.push(records.failed(jobId, error)),
    );

  const happen = (...numbers: number[]) =>
    database.db.write((tx) =>
      outbox.add(tx, ...numbers.map((n) => ({ topic: 'thing.happened', payload: { n } }))),
    );
  const lastId = async () =>
    (await database.db.one<{ id: number }>('SELECT max(id) AS id FROM outbox')).id;

  beforeEach(() => {
    ran.length = 0;
    act = () => Promise.resolve();
  });

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((connection) => connection.close()));
    await database.db.query('DELETE FROM outbox');
  });

  it('runs what a transaction left in the outbox, once, with three relays and workers side by side', async () => {
    const relays = await Promise.all(
      [1, 2, 3].map(async () => ({
        relay: new OutboxRelay(database.db, handlers),
        connection: await open(),
      })),
    );
    const numbers = Array.from({ length: 300 }, (_, n) => n);
    await happen(...numbers);
    for (const { relay, connection } of relays) {
      work(connection);
      relay.start(connection);
    }
    await until(() => ran.length >= 300);
    await Promise.all(relays.map(({ relay }) => relay.stop()));
    expect([...ran].sort((a, b) => a - b)).toEqual(numbers);
    const { waiting } = await database.db.one<{ waiting: number }>(
      'SELECT count(*) AS waiting FROM outbox WHERE relayed_at IS NULL',
    );
    expect(waiting).toBe(0);
  });

  it('does not run a job again whose row was not marked before the relay died', async () => {
    const connection = await open();
    const relay = new OutboxRelay(database.db, handlers);
    work(connection);
    await happen(1);
    await relay.relay(connection);
    await until(
      async () =>
        (await connection.queue(QUEUES.outbox).getJobState(jobIdOf(await lastId()))) ===
        'completed',
    );
    await database.db.query('UPDATE outbox SET relayed_at = NULL');
    expect(await relay.relay(connection)).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(ran).toEqual([1]);
  });

  it('starts a job again that had failed when its row is taken again', async () => {
    const connection = await open();
    const relay = new OutboxRelay(database.db, handlers);
    act = () => Promise.reject(new Error('not today'));
    const worker = work(connection);
    await happen(7);
    const id = jobIdOf(await lastId());
    await connection
      .queue(QUEUES.outbox)
      .add('thing.happened', { n: 7 }, { jobId: id, attempts: 1 });
    await until(async () => (await connection.queue(QUEUES.outbox).getJobState(id)) === 'failed');
    await database.db.query('UPDATE outbox SET attempts = 1');
    act = () => Promise.resolve();
    await relay.relay(connection);
    await until(
      async () => (await connection.queue(QUEUES.outbox).getJobState(id)) === 'completed',
    );
    expect(ran).toEqual([7, 7]);
    await worker.close();
  });

  it('records a job that failed for good, without numbers, and runs it once more when it is sent again', async () => {
    const connection = await open();
    const relay = new OutboxRelay(database.db, handlers);
    const queue = connection.queue(QUEUES.outbox);
    act = () => Promise.reject(new Error('no answer for 13812345678'));
    work(connection);
    await happen(8);
    const id = await lastId();
    const row = () =>
      database.db.one<{ failedAt: Date | null; lastError: string | null }>(
        'SELECT failed_at AS "failedAt", last_error AS "lastError" FROM outbox WHERE id = $1',
        [id],
      );
    // The first of two tries is no end.
    await queue.add('thing.happened', { n: 8 }, { jobId: jobIdOf(id), attempts: 2, backoff: 50 });
    await relay.relay(connection);
    await until(async () => (await row()).failedAt !== null);
    expect(ran).toEqual([8, 8]);
    expect((await row()).lastError).toBe('Error: no answer for …');
    const failedOf = async () =>
      (await connection.state()).find((each) => each.queue === 'outbox' && each.state === 'failed');
    expect((await failedOf())?.jobs).toBeGreaterThan(0);
    act = () => Promise.resolve();
    const again = () => database.db.write((tx) => Outbox.sendAgain(tx, [id]));
    expect(await again()).toEqual([id]);
    // Somebody else was quicker.
    expect(await again()).toEqual([]);
    await relay.relay(connection);
    await until(async () => (await queue.getJobState(jobIdOf(id))) === 'completed');
    expect(ran).toEqual([8, 8, 8]);
    expect((await row()).failedAt).toBeNull();
  });

  it('says how many jobs each queue has', async () => {
    const connection = await open();
    await connection.queue(QUEUES.reading).add('later', {}, { delay: 60_000 });
    await records.state(await connection.state());
    await records.state(await connection.state());
    const rows = await database.db.query(
      `SELECT queue, state, jobs FROM queue_state WHERE queue = 'reading' ORDER BY state`,
    );
    expect(rows).toEqual([
      { queue: 'reading', state: 'active', jobs: 0 },
      { queue: 'reading', state: 'delayed', jobs: 1 },
      { queue: 'reading', state: 'failed', jobs: 0 },
      { queue: 'reading', state: 'waiting', jobs: 0 },
    ]);
  });

  it('leaves topics that this build does not know', async () => {
    const connection = await open();
    await database.db.write((tx) => outbox.add(tx, { topic: 'something.newer', payload: {} }));
    expect(await new OutboxRelay(database.db, handlers).relay(connection)).toBe(0);
  });

  it('wakes on a schedule', async () => {
    const connection = await open();
    work(connection);
    await connection
      .queue(QUEUES.outbox)
      .upsertJobScheduler(
        'tick',
        { every: 200 },
        { name: 'tick', data: { n: 5 }, opts: { removeOnComplete: true } },
      );
    await until(() => ran.length >= 2);
    await connection.queue(QUEUES.outbox).removeJobScheduler('tick');
  });
});

describe('the queue on postgres, in trouble', () => {
  it('works on after every connection was cut', async () => {
    const connection = await QueueConnection.open({
      databaseUrl: database.url,
      redisUrl: null,
      workers: 1,
      prefix: 'test',
    });
    const done: string[] = [];
    connection.work(QUEUES.exports, (job) => Promise.resolve(void done.push(String(job.id))), {
      concurrency: 1,
      lockMs: 30_000,
    });
    await connection.queue(QUEUES.exports).add('first', {}, { jobId: 'cut-1' });
    await until(() => done.length === 1);
    const admin = new pg.Client({ connectionString: database.superuserUrl });
    await admin.connect();
    await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name IN ('shuke-queue', 'exports')",
    );
    await admin.end();
    await until(async () => {
      await connection
        .queue(QUEUES.exports)
        .add('second', {}, { jobId: 'cut-2' })
        .catch(() => undefined);
      return done.includes('cut-2');
    });
    await connection.close();
  });

  it('says at once that the queue tables are missing', async () => {
    const wrong = new URL(database.superuserUrl);
    wrong.pathname = '/postgres';
    await expect(
      QueueConnection.open({ databaseUrl: wrong.href, redisUrl: null, workers: 1, prefix: 'test' }),
    ).rejects.toThrow(/migration/);
  });
});
