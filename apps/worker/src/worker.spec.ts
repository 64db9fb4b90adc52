import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Env } from '#kernel';
import { testApp } from '#workshop/testing';
import { aShopper } from '../../../libs/counter/sales/sales.fixtures.js';
import { startWorker, type RunningWorker } from './start-worker.js';

const redisUrl = process.env.TEST_REDIS_URL;
const backends = ['postgres', ...(redisUrl ? ['redis'] : [])];

const dataDir = await mkdtemp(path.join(tmpdir(), 'shuke-worker-'));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const { db, org, as, database } = await testApp({ env: { DATA_DIR: dataDir } });
const head = as('head');
const manager = as('manager');

const startOne = (backend: string): Promise<RunningWorker> =>
  startWorker(
    new Env({
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      ...(backend === 'redis' ? { REDIS_URL: redisUrl } : {}),
    }),
  );

async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('waited half a minute in vain');
}

const today = new Date();
const period = {
  from: new Date(today.getTime() - 86_400_000).toISOString().slice(0, 10),
  to: new Date(today.getTime() + 86_400_000).toISOString().slice(0, 10),
};

describe.each(backends)('two workers beside the API, the queue on %s', (backend) => {
  const workers: RunningWorker[] = [];
  beforeAll(async () => {
    workers.push(...(await Promise.all([startOne(backend), startOne(backend)])));
  }, 60_000);
  // Before the database goes.
  afterAll(() => Promise.all(workers.map((worker) => worker.close())), 60_000);

  it('send the message after a top-up, once', async () => {
    const phone = `138${String(Date.now()).slice(-8)}`;
    const shopper = await db.write((tx) =>
      aShopper(tx, {
        storeId: org.renminId,
        staffId: org.staffIds.manager,
        levelId: org.levelIds.gold,
        phone,
      }),
    );
    const topUp = { amountCents: 500_00, tender: 'cash', ruleId: null, cardNo: shopper.cardNo };
    const { status, body } = await manager.post(
      `/api/v1/members/${shopper.memberId}/top-ups`,
      topUp,
      { key: randomUUID() },
    );
    expect([status, body.principalCents]).toEqual([201, 500_00]);
    const rows = await until(async () => {
      const { rows: all } = (await manager.get('/api/v1/messages')).body;
      const messages = all.filter((row: { memberId: number }) => row.memberId === shopper.memberId);
      return messages[0]?.status === 'sent' ? messages : undefined;
    });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ kind: 'top_up', segments: 1, driver: 'outbox' });
    expect(rows[0].body).toMatch(/^【熟客】.*充值500\.00元，储值余额500\.00元。$/);
  }, 40_000);

  it('make the file somebody asked for', async () => {
    const asked = await head.post('/api/v1/reports/consumption-detail/exports', {
      format: 'xlsx',
      locale: 'en',
      filters: period,
    });
    expect(asked.status).toBe(201);
    const done = await until(async () => {
      const { body } = await head.get(`/api/v1/exports/${asked.body.id}`);
      return ['done', 'failed'].includes(body.status) ? body : undefined;
    });
    expect(done).toMatchObject({ status: 'done', errorCode: null });
    const file = await head.get(`/api/v1/exports/${asked.body.id}/file`);
    expect([file.status, Number(file.headers['content-length'])]).toEqual([200, done.fileBytes]);
  }, 40_000);

  it('leave nothing in the outbox', async () => {
    const waiting = await db.query('SELECT id, topic FROM outbox WHERE relayed_at IS NULL');
    expect(waiting).toEqual([]);
  });
});
