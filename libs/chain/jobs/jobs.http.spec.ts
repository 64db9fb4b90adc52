import { testApp } from '#workshop/testing';

const { db, as } = await testApp();
const [head, manager] = [as('head'), as('manager')];

const row = (topic: string, more: { relayed?: true; failed?: string } = {}) =>
  db
    .one<{ id: number }>(
      `INSERT INTO outbox (topic, payload, relayed_at, failed_at, last_error, attempts)
       VALUES ($1, '{}', CASE WHEN $2::boolean THEN now() END, CASE WHEN $3::text IS NOT NULL THEN now() END, $3, 1) RETURNING id`,
      [topic, more.relayed ?? false, more.failed ?? null],
    )
    .then(({ id }) => id);
const sendAgain = (ids: number[], who = head) => who.post('/api/v1/jobs/sent-again', { ids });
const listed = async (query = '') =>
  ((await head.get(`/api/v1/jobs${query}`)).body.rows as { id: number; state: string }[]).map(
    ({ id, state }) => [id, state],
  );

beforeEach(() => db.query('DELETE FROM outbox'));

it('lists what waits and what has failed, not what was handed over', async () => {
  const waiting = await row('wallet.topped_up');
  await row('sale.posted', { relayed: true });
  const failed = await row('sale.voided', { relayed: true, failed: 'Error: no answer' });
  expect(await listed()).toEqual([
    [failed, 'failed'],
    [waiting, 'waiting'],
  ]);
  expect(await listed('?state=waiting')).toEqual([[waiting, 'waiting']]);
  expect((await head.get('/api/v1/jobs?state=failed')).body.rows).toMatchObject([
    { id: failed, topic: 'sale-voided', lastError: 'Error: no answer' },
  ]);
});

it('lets a failed job wait again, once, with a record of who did it', async () => {
  const failed = await row('sale.voided', { relayed: true, failed: 'Error: no answer' });
  const waiting = await row('wallet.topped_up');
  expect(await sendAgain([failed, waiting])).toMatchObject({ status: 200, body: { jobs: 1 } });
  expect(await sendAgain([failed])).toMatchObject({
    status: 409,
    body: { code: 'job.not_failed' },
  });
  expect(
    await db.one('SELECT relayed_at, failed_at, attempts FROM outbox WHERE id = $1', [failed]),
  ).toEqual({ relayed_at: null, failed_at: null, attempts: 1 });
  expect(
    await db.query(`SELECT subject_id FROM audit_record WHERE action = 'job.send_again'`),
  ).toEqual([{ subject_id: String(failed) }]);
});

it('is run again by one of two people at once', async () => {
  const failed = await row('sale.voided', { relayed: true, failed: 'Error: no answer' });
  const answers = await Promise.all([sendAgain([failed]), sendAgain([failed])]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

it('says how the queues stand', async () => {
  await row('wallet.topped_up');
  await row('sale.voided', { relayed: true, failed: 'Error: no answer' });
  await db.query(
    `INSERT INTO queue_state VALUES ('outbox', 'waiting', 3, now()), ('outbox', 'failed', 1, now())`,
  );
  expect((await head.get('/api/v1/jobs/queues')).body).toMatchObject({
    queues: [{ queue: 'outbox', waiting: 3, active: 0, delayed: 0, failed: 1 }],
    waiting: 1,
    failed: 1,
  });
  const { text } = await head.get('/metrics', { remoteAddress: '127.0.0.1' });
  for (const line of [
    'shuke_outbox_rows{state="waiting"} 1',
    'shuke_outbox_rows{state="failed"} 1',
    'shuke_queue_jobs{queue="outbox",state="waiting"} 3',
  ])
    expect(text).toContain(line);
});

it('is no business of a branch', async () => {
  expect((await manager.get('/api/v1/jobs')).status).toBe(403);
  expect((await sendAgain([1], manager)).status).toBe(403);
});
