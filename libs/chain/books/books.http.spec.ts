import pg from 'pg';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { aShopper } from '../../counter/sales/sales.fixtures.js';
import { BooksService } from './books.service.js';
import { NightlyVerification } from './nightly-verification.js';

const { db, org, as, database } = await testApp({ books: 'damaged' });
const head = as('head');

it('has nothing to show before the first run', async () => {
  expect((await head.get('/api/v1/books/verifications/latest')).body).toMatchObject({
    status: 404,
    code: 'books.never_verified',
  });
});

it('shows clean books with every check that was made', async () => {
  await db.write((tx) =>
    aShopper(tx, {
      storeId: org.renminId,
      staffId: org.staffIds.cashier,
      levelId: org.levelIds.gold,
      principalCents: 100_00,
    }),
  );
  const { status, body } = await head.post('/api/v1/books/verifications');
  expect([status, body.findings]).toEqual([201, []]);
  expect(body).toMatchObject({
    staffName: '钱总',
    checks: expect.arrayContaining([
      { name: expect.any(String), durationMs: expect.any(Number), findings: 0 },
    ]),
  });
  expect((await head.get('/api/v1/books/verifications/latest')).body).toEqual(body);
});

it('finds one altered posting and shows both sides', async () => {
  const superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  await superuser.query(
    'ALTER TABLE ledger.posting DISABLE TRIGGER USER; UPDATE ledger.posting SET amount = amount + 1 WHERE seq = 1',
  );
  await superuser.end();
  const { body } = await head.post('/api/v1/books/verifications');
  expect(body.findings.length).toBeGreaterThan(0);
  expect(body.findings[0]).toEqual({
    check: expect.any(String),
    subject: expect.any(String),
    left: expect.any(String),
    right: expect.any(String),
  });
  const day = new Date().toISOString().slice(0, 10);
  expect(
    (await head.get('/api/v1/overview', { query: { from: day, to: day } })).body.lastVerification,
  ).toMatchObject({ clean: false });
});

it('runs by itself once a night', async () => {
  const clock = new FixedClock(new Date('2026-11-22T20:00:00Z'));
  const nightly = new NightlyVerification(db, new BooksService(db, clock), clock);
  const runs = async () =>
    (
      await db.one<{ count: number }>(
        'SELECT count(*) FROM books_verification WHERE staff_id IS NULL',
      )
    ).count;
  await nightly.run();
  await nightly.run();
  expect(await runs()).toBe(1);
  clock.set('2026-11-23T18:59:00Z');
  await nightly.run();
  expect(await runs()).toBe(1);
  clock.set('2026-11-23T19:00:00Z');
  await nightly.run();
  expect(await runs()).toBe(2);
});

it('is for those who may verify', async () => {
  expect((await as('manager').post('/api/v1/books/verifications')).status).toBe(403);
});
