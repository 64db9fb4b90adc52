import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { SmsRefused } from '#contact/messaging';
import { Settings } from '#chain/settings';
import { testApp } from '#workshop/testing';
import { toppedUp } from '../../../value/wallets/wallets.fixtures.js';
import {
  aJob,
  aRunner,
  atFullSpeed,
  confirmed,
  ListeningDriver,
  readers,
} from './campaigns.fixtures.js';

const NOON = '2026-11-22T04:00:00Z';
const clock = new FixedClock(new Date(NOON));
const house = await testApp({ clock });
const { app, db, org, as } = house;
const head = as('head');
const manager = as('manager');

let driver: ListeningDriver;
let send: (campaignId: number) => Promise<void>;
beforeAll(() => atFullSpeed(db));
beforeEach(() => {
  clock.set(NOON);
  driver = new ListeningDriver();
  const runner = aRunner(house, driver, clock);
  send = (campaignId) => runner.run({ campaignId }, aJob());
});

const view = async (id: number, browser = head) =>
  (await browser.get(`/api/v1/campaigns/${id}`)).body;
const act = (id: number, name: string) =>
  head.post(`/api/v1/campaigns/${id}/${name}`, undefined, { key: randomUUID() });
const stateOf = (id: number) =>
  db.query<{ status: string; reason: string | null }>(
    'SELECT status, reason FROM message WHERE campaign_id = $1 ORDER BY member_id',
    [id],
  );

describe('a campaign', () => {
  it('goes to everybody once, with each member’s own figures, however often the job runs', async () => {
    const memberIds = await readers(db, 23);
    const [memberId = 0] = memberIds;
    const { walletId } = await db.one<{ walletId: number }>(
      'SELECT id AS "walletId" FROM wallet WHERE member_id = $1',
      [memberId],
    );
    await toppedUp(db, { memberId, walletId }, { principalCents: 100_00, bonusCents: 5_50 });
    const id = await confirmed(head, memberIds, { body: '{name}余额{balance}元，赠送{bonus}元' });
    await send(id);
    await send(id);
    expect(driver.sent).toHaveLength(23);
    expect(new Set(driver.sent.map(({ phone }) => phone)).size).toBe(23);
    expect(driver.sent[0]?.body).toMatch(/^【熟客】王小\d+余额105\.50元，赠送5\.50元拒收请回复R$/);
    expect(await view(id)).toMatchObject({
      status: 'done',
      recipients: 23,
      counts: { sent: 23, queued: 0, suppressed: 0 },
      parts: 23,
      costCents: 104,
      finishedAt: '2026-11-22T04:00:00.000Z',
    });
    const { body: list } = await head.get('/api/v1/messages', {
      query: { campaignId: String(id), pageSize: '5' },
    });
    expect(list).toMatchObject({
      total: 23,
      rows: [{ kind: 'campaign', campaignName: '回馈' }, {}, {}, {}, {}],
    });
    const { body: ofMember } = await as('manager').get(`/api/v1/members/${memberId}/messages`);
    expect(ofMember.rows).toEqual([
      expect.objectContaining({
        status: 'sent',
        phoneMasked: expect.stringMatching(/^199\*{4}\d{4}$/),
      }),
    ]);
  });

  it('keeps back who has no phone, was never asked, refused, or is no member any more', async () => {
    const memberIds = [
      ...(await readers(db, 1)),
      ...(await readers(db, 1, { phone: null })),
      ...(await readers(db, 1, { smsMarketing: null })),
      ...(await readers(db, 2, { smsMarketing: false })),
    ];
    const id = await confirmed(head, memberIds, { expected: 1 });
    await send(id);
    expect(await stateOf(id)).toEqual([
      { status: 'sent', reason: null },
      { status: 'suppressed', reason: 'no_phone' },
      { status: 'suppressed', reason: 'not_asked' },
      { status: 'suppressed', reason: 'no_consent' },
      { status: 'suppressed', reason: 'no_consent' },
    ]);
    expect((await view(id)).reasons[0]).toEqual({
      status: 'suppressed',
      reason: 'no_consent',
      count: 2,
    });
  });

  it('asks for consent again when it sends', async () => {
    const [faithful = 0, leaving = 0, merged = 0] = await readers(db, 3);
    const id = await confirmed(head, [faithful, leaving, merged], {
      scheduledAt: '2026-11-22T06:00:00Z',
    });
    await send(id);
    expect(driver.sent).toEqual([]);
    clock.set('2026-11-22T06:00:00Z');
    // The rows are written when it begins; who leaves after that is still asked.
    const stopping = new AbortController();
    driver.answer = () => Promise.resolve({ providerId: null });
    stopping.abort();
    await expect(
      aRunner(house, driver, clock).run({ campaignId: id }, aJob(stopping.signal)),
    ).rejects.toThrow();
    expect(await stateOf(id)).toEqual(Array(3).fill({ status: 'queued', reason: null }));
    await db.query(
      "INSERT INTO member_consent (member_id, channel, granted, source) VALUES ($1, 'sms_marketing', false, 'desk')",
      [leaving],
    );
    await db.query("UPDATE member SET status = 'erased', erased_at = now() WHERE id = $1", [
      merged,
    ]);
    await send(id);
    expect(await stateOf(id)).toEqual([
      { status: 'sent', reason: null },
      { status: 'suppressed', reason: 'no_consent' },
      { status: 'suppressed', reason: 'member_gone' },
    ]);
    expect(driver.sent).toHaveLength(1);
  });

  it('waits for the end of the quiet hours of each store’s own clock', async () => {
    await db.query("UPDATE store SET timezone = 'Pacific/Auckland' WHERE id = $1", [
      org.binjiangId,
    ]);
    const near = await readers(db, 1, { storeId: org.renminId });
    const far = await readers(db, 1, { storeId: org.binjiangId });
    // 20:30 in Shanghai is half past one at night in Auckland.
    clock.set('2026-11-22T12:30:00Z');
    const evening = as('head');
    const id = await confirmed(evening, [...near, ...far]);
    await send(id);
    expect(await stateOf(id)).toEqual([
      { status: 'sent', reason: null },
      { status: 'queued', reason: null },
    ]);
    expect(await view(id, evening)).toMatchObject({
      status: 'running',
      quietUntil: '2026-11-22T20:00:00.000Z',
      counts: { queued: 1 },
    });
    clock.set('2026-11-22T20:00:00Z');
    await aRunner(house, driver, clock).tick();
    const woken = await db.one<{ count: number }>(
      `SELECT count(*) AS count FROM outbox WHERE topic = 'campaign.due' AND payload = jsonb_build_object('campaignId', $1::bigint)`,
      [id],
    );
    expect(woken.count).toBe(2);
    await send(id);
    clock.set(NOON);
    expect((await view(id)).status).toBe('done');
    await db.query("UPDATE store SET timezone = 'Asia/Shanghai' WHERE id = $1", [org.binjiangId]);
  });

  it('stops when it is paused, goes on, and gives up what waits when it is cancelled', async () => {
    const id = await confirmed(head, await readers(db, 25));
    driver.answer = async () => {
      if (driver.sent.length === 1) await act(id, 'pause');
      return { providerId: null };
    };
    await send(id);
    // At most the slice that was under way.
    expect(driver.sent).toHaveLength(10);
    expect(await view(id)).toMatchObject({ status: 'paused', counts: { sent: 10, queued: 15 } });
    expect((await act(id, 'retry')).body).toMatchObject({
      code: 'campaign.wrong_status',
      params: { status: 'paused' },
    });
    expect((await act(id, 'resume')).body.status).toBe('scheduled');
    driver.answer = async () => {
      if (driver.sent.length === 11) await act(id, 'cancel');
      return { providerId: null };
    };
    await send(id);
    expect(await view(id)).toMatchObject({
      status: 'cancelled',
      counts: { sent: 20, suppressed: 5 },
      reasons: [{ reason: 'cancelled', count: 5 }],
    });
    expect((await act(id, 'resume')).body.code).toBe('campaign.wrong_status');
  });

  it('is sent again to those whose message failed, by choice, and to nobody else', async () => {
    const memberIds = await readers(db, 3);
    const id = await confirmed(head, memberIds);
    let asked = 0;
    driver.answer = () => {
      asked += 1;
      if (asked === 1) return Promise.reject(new SmsRefused('empty_number'));
      return asked === 2
        ? Promise.reject(new Error('socket hang up'))
        : Promise.resolve({ providerId: 'p' });
    };
    await send(id);
    expect(await view(id)).toMatchObject({
      status: 'done',
      counts: { failed: 1, unknown: 1, sent: 1 },
    });
    expect((await act(id, 'retry')).status).toBe(201);
    await send(id);
    expect(await view(id)).toMatchObject({
      status: 'done',
      counts: { failed: 0, unknown: 1, sent: 2 },
    });
    expect(driver.sent).toHaveLength(4);
    expect((await act(id, 'retry')).body.code).toBe('campaign.nothing_to_retry');
  });

  it('that can’t be prepared says so, and can be started again', async () => {
    const { body: segment } = await head.post('/api/v1/segments', {
      name: '有编号',
      visibility: 'private',
      filter: { match: 'all', conditions: [{ field: 'hasPhone', is: true }] },
    });
    const { body } = await head.post(
      '/api/v1/campaigns',
      { name: '旧字段', segmentId: segment.id, body: '您好', expected: 1_000 },
      { key: randomUUID() },
    );
    await db.query(
      `UPDATE campaign SET filter = '{"match":"all","conditions":[{"field":"custom","code":"gone"}]}' WHERE id = $1`,
      [body.campaignId],
    );
    await send(body.campaignId);
    expect(await view(body.campaignId)).toMatchObject({
      status: 'failed',
      errorCode: 'segment.unknown_field',
      segmentName: '有编号',
    });
    expect((await act(body.campaignId, 'cancel')).body.status).toBe('cancelled');
  });

  it('of a manager goes to the members of their stores, and is theirs and head office’s to see', async () => {
    const mine = await readers(db, 1, { storeId: org.renminId });
    const foreign = await readers(db, 1, { storeId: org.headOfficeId });
    const id = await confirmed(manager, [...mine, ...foreign]);
    await send(id);
    expect(driver.sent).toHaveLength(1);
    expect((await view(id)).recipients).toBe(1);
    const ofHead = await confirmed(head, mine);
    expect((await manager.get(`/api/v1/campaigns/${ofHead}`)).status).toBe(404);
    expect(
      (await manager.post(`/api/v1/campaigns/${ofHead}/cancel`, undefined, { key: randomUUID() }))
        .body.code,
    ).toBe('campaign.not_found');
    const ids = (await manager.get('/api/v1/campaigns')).body.rows.map(
      (row: { id: number }) => row.id,
    );
    expect(ids).toEqual([id]);
  });

  it('keeps the text and the price it was confirmed with', async () => {
    const id = await confirmed(head, await readers(db, 1), { scheduledAt: '2026-11-22T05:00:00Z' });
    await db.query(
      `INSERT INTO setting (key, version, value) VALUES ('sms.signature', 1, '"新签名"'), ('sms.price_per_part_mills', 1, '100')`,
    );
    app.get(Settings).forget();
    clock.set('2026-11-22T05:00:00Z');
    await send(id);
    expect(driver.sent[0]?.body).toMatch(/^【熟客】/);
    clock.set(NOON);
    expect((await view(id)).costCents).toBe(5);
  });
});
