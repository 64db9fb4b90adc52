import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { testApp, type TestApp, type TestBrowser } from '#workshop/testing';
import { aMember } from '../../membership/members/members.fixtures.js';
import { shelved } from '../../counter/sales/sales.fixtures.js';
import { toppedUp } from '../../value/wallets/wallets.fixtures.js';

export interface SegmentHouse extends TestApp {
  /** Ids of four members by name. */
  people: Record<string, number>;
  tagId: number;
  /** Somebody signed in once for all tests. */
  visitor(login: string): TestBrowser;
}

/** A chain with four members who differ in everything that can be asked; it is 22 November 2026, noon. */
export async function aSegmentHouse(): Promise<SegmentHouse> {
  const clock = new FixedClock(new Date('2026-06-01T04:00:00Z'));
  const house = await testApp({ clock });
  const browsers = new Map<string, TestBrowser>();
  const visitor = (login: string): TestBrowser => {
    const browser = browsers.get(login) ?? house.as(login);
    browsers.set(login, browser);
    return browser;
  };
  return { ...house, ...(await arrange(house, clock)), visitor };
}

/** Sells to a member at the manager's till, on the day the clock shows. */
async function sold(house: TestApp, memberId: number, priceCents: number): Promise<void> {
  const { db, org } = house;
  // The clock jumps between sales: a session would not outlive it.
  const manager = house.as('manager');
  const at = { storeId: org.renminId, staffId: org.staffIds.manager };
  const product = await db.write((tx) => shelved(tx, at, { priceCents }));
  const sale = {
    memberId,
    dueCents: priceCents,
    lines: [{ productId: product.id, qtyMilli: 1_000, unitPriceCents: priceCents }],
    tenders: [{ tender: 'cash', amountCents: priceCents, givenCents: priceCents }],
  };
  const { status, body } = await manager.post('/api/v1/sales', sale, { key: randomUUID() });
  if (status !== 201) throw new Error(JSON.stringify(body));
}

async function arrange(
  house: TestApp,
  clock: FixedClock,
): Promise<Pick<SegmentHouse, 'people' | 'tagId'>> {
  const { db, org } = house;
  const member = (name: string, more: Parameters<typeof aMember>[1] = {}) =>
    aMember(db, { name, storeId: org.renminId, ...more });
  const an = await member('安宁', { joinedOn: '2026-11-20' });
  const bo = await member('柏松', { joinedOn: '2025-01-01', phone: null });
  const chen = await member('陈晨', { storeId: org.binjiangId, joinedOn: '2026-03-01' });
  const hq = await member('总部客', { storeId: org.headOfficeId });
  const people = {
    安宁: an.memberId,
    柏松: bo.memberId,
    陈晨: chen.memberId,
    总部客: hq.memberId,
  };
  await toppedUp(db, an, {
    principalCents: 500_00,
    bonusCents: 50_00,
    points: 80,
    businessDate: '2026-11-01',
  });
  await sold(house, bo.memberId, 30_00);
  clock.set('2026-11-22T04:00:00Z');
  await sold(house, an.memberId, 120_00);
  await sold(house, an.memberId, 80_00);
  await db.query(
    "UPDATE member SET gender = 'female', birthday_calendar = 'lunar', birth_month = 10, birth_day = 14, birth_year = 1990, referrer_id = $2, level_id = $3 WHERE id = $1",
    [an.memberId, bo.memberId, org.levelIds.gold],
  );
  await db.query(
    `UPDATE member SET kind = 'company', birthday_calendar = 'solar', birth_month = 12, birth_day = 1, custom = '{"size":"L","height":172,"vegan":true,"remark":"Likes tea","since":"2026-02-03"}' WHERE id = $1`,
    [chen.memberId],
  );
  for (const [code, kind] of Object.entries({
    size: 'choice',
    height: 'number',
    vegan: 'flag',
    remark: 'text',
    since: 'date',
  }))
    await db.query('INSERT INTO member_field (code, label, kind) VALUES ($1, $1, $2)', [
      code,
      kind,
    ]);
  const { id: tagId } = await db.one<{ id: number }>(
    "INSERT INTO tag (name, color) VALUES ('常客', 'green') RETURNING id",
  );
  await db.query('INSERT INTO member_tag (member_id, tag_id) VALUES ($1, $2)', [
    bo.memberId,
    tagId,
  ]);
  await db.query(
    `INSERT INTO member_consent (member_id, channel, granted, source) VALUES ($1, 'sms_marketing', true, 'desk'), ($2, 'sms_marketing', true, 'desk'),
       ($2, 'sms_marketing', false, 'desk'), ($3, 'sms_service', false, 'desk'), ($3, 'wechat_marketing', true, 'desk')`,
    [an.memberId, bo.memberId, chen.memberId],
  );
  await db.query(
    "INSERT INTO member_identity (member_id, document_kind, name, seen_by) VALUES ($1, 'id_card', '安宁', $2)",
    [an.memberId, org.staffIds.head],
  );
  await db.query(
    `INSERT INTO card (card_no, member_id, wallet_id, store_id, status, expires_on)
     SELECT 'SEG' || m.id || '0', m.id, w.id, $2, 'active', CASE WHEN m.id = $3 THEN '2026-12-01'::date END
       FROM member m JOIN wallet w ON w.member_id = m.id WHERE m.id = ANY ($1)`,
    [[an.memberId, bo.memberId], org.renminId, an.memberId],
  );
  return { people, tagId };
}
