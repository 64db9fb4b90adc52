import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { aShopper, shelved } from '../sales/sales.fixtures.js';
import { previewed, returned, sold } from './returns.fixtures.js';

// When a return needs a second person: by itself, with what came back of the sale, and by the limits of a day.

const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { db, org, as } = await testApp({ clock });
const at = { storeId: org.renminId, staffId: org.staffIds.manager };
const FAR = 10_000_000_00;
const SMALL = 'approval.return_from_cents';
const MEMBER_DAY = 'approval.member_day_from_cents';
const STAFF_DAY = 'approval.staff_day_from_cents';

const one = (lineNo: number) => ({ lineNo, qtyMilli: 1_000 });

/** The manager at the till on another day; the session of before has ended by then. */
async function onDay(day: string) {
  clock.set(day);
  const browser = as('manager');
  await browser.sitAt(org.renminTillId);
  return browser;
}

const limits = { [SMALL]: FAR, [MEMBER_DAY]: FAR, [STAFF_DAY]: FAR };
/** Each on a day of its own: what was handed back before counts. */
const days = ['2026-11-27T04:00:00Z', '2026-11-28T04:00:00Z', '2026-11-29T04:00:00Z'];
let today = '';
beforeEach(async () => {
  today = days.shift() as string;
  for (const [key, value] of Object.entries(limits)) await set(key, value);
});

const set = async (key: string, value: number) => {
  const head = as('head');
  const { body } = await head.get('/api/v1/settings');
  const { version } = (body as { key: string; version: number }[]).find(
    (each) => each.key === key,
  ) as { version: number };
  expect((await head.put(`/api/v1/settings/${key}`, { value, version })).status).toBe(200);
};

const threeLines = async (memberId?: number) => {
  const service = await db.write((tx) => shelved(tx, at, { priceCents: 150_00, kind: 'service' }));
  const line = { productId: service.id, qtyMilli: 1_000, unitPriceCents: 150_00 };
  return sold(await onDay(today), {
    ...(memberId ? { memberId } : {}),
    lines: [line, line, line],
    dueCents: 450_00,
    tenders: [{ tender: 'cash', amountCents: 450_00 }],
  });
};

it('a second person is asked for pieces of one sale as for the whole, by the preview too', async () => {
  await set(SMALL, 400_00);
  const saleId = await threeLines();
  const browser = await onDay(today);
  for (const lineNo of [1, 2])
    expect((await returned(browser, saleId, [one(lineNo)])).status).toBe(201);
  expect((await previewed(browser, saleId, [one(3)])).body.needsApproval).toBe(true);
  expect(await returned(browser, saleId, [one(3)])).toMatchObject({
    status: 409,
    body: {
      code: 'approval.required',
      params: {
        limit: 'act',
        amountCents: 150_00,
        facts: { returnedBeforeCents: 300_00 },
      },
    },
  });
});

it('a second person is asked where the day comes to its limit, for the person and for the member', async () => {
  await set(STAFF_DAY, 400_00);
  const [first, second] = [await threeLines(), await threeLines()];
  const browser = await onDay(today);
  expect((await returned(browser, first, [one(1)])).status).toBe(201);
  expect((await returned(browser, second, [one(1)])).status).toBe(201);
  const refused = await returned(browser, second, [one(2)]);
  expect([refused.status, refused.body.params?.limit]).toEqual([409, 'staff_day']);
  await set(STAFF_DAY, FAR);
  await set(MEMBER_DAY, 200_00);
  const { memberId } = await db.write((tx) =>
    aShopper(tx, { ...at, levelId: org.levelIds.ordinary }),
  );
  const ofMember = await threeLines(memberId);
  expect((await returned(browser, ofMember, [one(1)])).status).toBe(201);
  const again = await returned(browser, ofMember, [one(2)]);
  expect([again.status, again.body.params?.limit]).toEqual([409, 'member_day']);
});

it('the second person works at the store whose drawer pays', async () => {
  await set(SMALL, 100_00);
  const saleId = await threeLines();
  const head = as('head');
  await head.sitAt(org.binjiangTillId);
  const { body } = await returned(head, saleId, [one(1)]);
  expect([body.code, body.params?.storeId]).toEqual(['approval.required', org.binjiangId]);
});
