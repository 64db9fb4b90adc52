import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import {
  aJob,
  aRunner,
  atFullSpeed,
  confirmed,
  ListeningDriver,
  readers,
} from './campaigns.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const house = await testApp({ clock });
const { db, as } = house;
const head = as('head');

beforeAll(() => atFullSpeed(db));

const counts = async (id: number) => (await head.get(`/api/v1/campaigns/${id}`)).body;

it('three workers on one campaign send to each member once', async () => {
  const id = await confirmed(head, await readers(db, 60));
  const driver = new ListeningDriver();
  driver.answer = async () => {
    await new Promise((resolve) => setTimeout(resolve, 3));
    return { providerId: null };
  };
  await Promise.all(
    [1, 2, 3].map(() => aRunner(house, driver, clock).run({ campaignId: id }, aJob())),
  );
  expect(driver.sent).toHaveLength(60);
  expect(new Set(driver.sent.map(({ messageId }) => messageId)).size).toBe(60);
  // Whoever is last closes it.
  await aRunner(house, driver, clock).run({ campaignId: id }, aJob());
  expect(await counts(id)).toMatchObject({ status: 'done', counts: { sent: 60 } });
});

it('what a dead worker had in hand is unknown and is never sent again; the rest goes on', async () => {
  const id = await confirmed(head, await readers(db, 25));
  const dying = new ListeningDriver();
  const tooLate = Promise.withResolvers<{ providerId: null }>();
  dying.answer = () => tooLate.promise;
  const death = aRunner(house, dying, clock).run({ campaignId: id }, aJob());
  for (let tries = 0; dying.sent.length < 10 && tries < 200; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(dying.sent).toHaveLength(10);

  const driver = new ListeningDriver();
  const runner = aRunner(house, driver, clock);
  await runner.run({ campaignId: id }, aJob());
  // Nobody knows yet whether the other one lives.
  expect(await counts(id)).toMatchObject({ status: 'running', counts: { sending: 10, sent: 15 } });

  clock.set('2026-11-22T04:03:00Z');
  await runner.tick();
  const { topics } = await db.one<{ topics: number }>(
    `SELECT count(*) AS topics FROM outbox WHERE topic = 'campaign.due' AND payload = jsonb_build_object('campaignId', $1::bigint)`,
    [id],
  );
  expect(topics).toBe(2);
  await runner.run({ campaignId: id }, aJob());
  expect(await counts(id)).toMatchObject({
    status: 'done',
    counts: { sending: 0, unknown: 10, sent: 15 },
    reasons: [{ status: 'unknown', reason: 'interrupted', count: 10 }],
  });
  const first = new Set(dying.sent.map(({ phone }) => phone));
  expect(driver.sent.filter(({ phone }) => first.has(phone))).toEqual([]);

  // Should it live after all, its answers are known, and it finds nothing more to do.
  tooLate.resolve({ providerId: null });
  await death;
  expect(dying.sent).toHaveLength(10);
  expect(await counts(id)).toMatchObject({ status: 'done', counts: { unknown: 0, sent: 25 } });
});

it('turns at the gateway are shared by all workers', async () => {
  await db.query("INSERT INTO setting (key, version, value) VALUES ('sms.per_second', 2, '100')");
  const driver = new ListeningDriver();
  const runner = aRunner(house, driver, clock);
  const ids = [
    await confirmed(head, await readers(db, 40)),
    await confirmed(head, await readers(db, 40)),
  ];
  await db.query('UPDATE message_gate SET free_at = now()');
  const { Settings } = await import('#chain/settings');
  house.app.get(Settings).forget();
  const began = performance.now();
  await Promise.all(ids.map((campaignId) => runner.run({ campaignId }, aJob())));
  // Eighty messages at a hundred a second: the last ten had to wait for seven turns of a tenth of a second.
  expect(performance.now() - began).toBeGreaterThan(650);
  expect(driver.sent).toHaveLength(80);
});
