import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { aMember } from '../members.fixtures.js';
import { aShopper, shelved } from '../../../counter/sales/sales.fixtures.js';
import { randomUUID } from 'node:crypto';
import { SeenLately } from './seen-lately.js';

const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { as, db, org } = await testApp({ clock });
const manager = as('manager');

it('puts who bought something before others, and leaves alone who was here this week already', async () => {
  const at = { storeId: org.renminId, staffId: org.staffIds.manager };
  const [shopper, product] = await db.write(async (tx) => [
    await aShopper(tx, { ...at, levelId: org.levelIds.ordinary }),
    await shelved(tx, at, { priceCents: 10_00 }),
  ]);
  const stranger = await aMember(db);
  await db.query("INSERT INTO member_key (key, kind, member_id) VALUES ('shopper', 'name', $1)", [
    shopper.memberId,
  ]);
  await db.query("UPDATE member_key SET seen_on = '2026-01-01'");
  const sale = await manager.post(
    '/api/v1/sales',
    {
      memberId: shopper.memberId,
      cardNo: shopper.cardNo,
      lines: [{ productId: product.id, qtyMilli: 1_000, unitPriceCents: 10_00 }],
      tenders: [{ tender: 'cash', amountCents: 10_00, givenCents: 10_00 }],
      dueCents: 10_00,
    },
    { key: randomUUID() },
  );
  expect(sale.status).toBe(201);
  const seen = async (memberId: number) =>
    (
      await db.query<{ on: string }>(
        `SELECT DISTINCT seen_on AS "on" FROM member_key WHERE member_id = $1 AND kind <> 'phone'`,
        [memberId],
      )
    ).map(({ on }) => on);
  const job = new SeenLately(db, clock);
  await job.run();
  expect(await seen(shopper.memberId)).toEqual(['2026-11-22']);
  expect(await seen(stranger.memberId)).toEqual(['2026-01-01']);
  await db.query("UPDATE member_key SET seen_on = '2026-11-18'");
  await job.run();
  expect(await seen(shopper.memberId)).toEqual(['2026-11-18']);
});
