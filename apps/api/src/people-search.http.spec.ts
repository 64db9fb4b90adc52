import { randomUUID } from 'node:crypto';
import { FixedClock } from '#kernel';
import { memberKeys } from '#membership/members';
import { testApp } from '#workshop/testing';
import { aShopper, shelved } from '../../../libs/counter/sales/sales.fixtures.js';
import { apiDocument } from './openapi.js';

const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { app, as, db, org } = await testApp({ clock, books: 'once' });
const PHONE = '19961234567';
const NAME = '数字难猜';

// Searched by words that are no member's: somebody's number finds nothing there. A new route with `q` stands here, or is
// marked @FindsPeople().
const NOT_ABOUT_PEOPLE = [
  '/audit',
  '/campaigns',
  '/card-ranges',
  '/card-stock',
  '/products',
  '/products/lookup',
  '/segments',
  '/levels/counted',
  '/message-templates',
  '/staff',
  '/stock',
  '/stores',
  '/tenders',
  '/top-up-rules',
];

interface Described {
  paths: Record<string, { get?: { parameters?: { in: string; name: string }[] } }>;
}

/** Every GET that takes `q` or `phone`, from the application's own description of itself; a report's filters are its own. */
function searches(): { path: string; field: 'q' | 'phone' }[] {
  const { paths } = apiDocument(app) as unknown as Described;
  const described = Object.entries(paths).flatMap(([path, { get }]) => {
    const asked = (get?.parameters ?? []).filter((one) => one.in === 'query');
    const field = (['phone', 'q'] as const).find((name) => asked.some((one) => one.name === name));
    return field ? [{ path: path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1'), field }] : [];
  });
  return [
    ...described,
    { path: '/reports/consumption-detail/rows?from=2026-11-01&to=2026-11-30', field: 'q' },
  ];
}

const all = searches();
const people = all.filter(({ path }) => !NOT_ABOUT_PEOPLE.includes(path));
const [head, manager] = [as('head'), as('manager')];
const ask = (path: string, field: string, text: string, by = head) => {
  const [route = '', more] = path.replace(/:\w+/g, '1').split('?');
  return by.get(`/api/v1${route}?${more ? `${more}&` : ''}${field}=${encodeURIComponent(text)}`);
};
let memberId: number;
let cardNo: string;

beforeAll(async () => {
  const at = { storeId: org.renminId, staffId: org.staffIds.manager };
  const [shopper, product] = await db.write(async (tx) => [
    await aShopper(tx, { ...at, levelId: org.levelIds.ordinary, phone: PHONE }),
    await shelved(tx, at, { priceCents: 10_00 }),
  ]);
  memberId = shopper.memberId;
  cardNo = shopper.cardNo;
  await db.query('UPDATE member SET name = $2 WHERE id = $1', [memberId, NAME]);
  for (const { key, kind } of memberKeys({ name: NAME, phone: PHONE })) {
    await db.query(
      'INSERT INTO member_key (key, kind, member_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [key, kind, memberId],
    );
  }
  const sold = await manager.post(
    '/api/v1/sales',
    {
      memberId,
      cardNo,
      lines: [{ productId: product.id, qtyMilli: 1_000, unitPriceCents: 10_00 }],
      tenders: [{ tender: 'cash', amountCents: 10_00, givenCents: 10_00 }],
      dueCents: 10_00,
    },
    { key: randomUUID() },
  );
  expect(sold.status).toBe(201);
});
beforeEach(() => db.query('DELETE FROM lookup_miss'));

it('finds the routes, and every exception is a route', () => {
  const paths = all.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      '/sales',
      '/messages',
      '/members',
      '/members/duplicates',
      ...NOT_ABOUT_PEOPLE,
    ]),
  );
});

describe.each(all)('GET $path', ({ path, field }) => {
  it('tells nothing by the beginning of a phone', async () => {
    for (const begun of ['1996', '1996123', '1996123456', '199612345670'])
      expect((await ask(path, field, begun)).text).not.toContain(NAME);
  });
});

describe.each(people)('GET $path', ({ path, field }) => {
  it('counts a whole phone that nobody has, and waits when there were many', async () => {
    for (let n = 0; n < 30; n += 1)
      expect((await ask(path, field, `1996999${1_000 + n}`)).status).toBe(200);
    const refused = await ask(path, field, PHONE);
    expect(refused).toMatchObject({ status: 429, body: { code: 'member.too_many_lookups' } });
  });
});

it.each([
  ['/sales', 'q'],
  ['/members', 'q'],
  ['/members/duplicates', 'phone'],
  ['/members/lookup', 'q'],
  ['/reports/consumption-detail/rows?from=2026-11-01&to=2026-11-30', 'q'],
])(
  'GET %s records who asked for a whole phone that somebody has, once a minute',
  async (path, field) => {
    const records = () =>
      db.query<{ after: object }>(
        "SELECT after FROM audit_record WHERE action = 'member.search_phone' AND staff_id = $1 ORDER BY id",
        [org.staffIds.head],
      );
    const before = (await records()).length;
    for (let again = 0; again < 3; again += 1)
      expect((await ask(path, field, `+86 ${PHONE}`)).text).toContain(NAME);
    const [record, ...more] = (await records()).slice(before);
    expect(record?.after).toMatchObject({ phone: '199****4567' });
    expect(more).toEqual([]);
  },
);

describe('what acts name in their body', () => {
  const acts: [string, (n: number) => string, (n: number) => object][] = [
    ['a member of a sale', () => '/sales', (n) => ({ memberId: 900_000 + n, ...aCart() })],
    [
      'a card of a sale',
      () => '/sales',
      (n) => ({ memberId, cardNo: `68009999${String(n).padStart(8, '0')}`, ...aCart() }),
    ],
    [
      'a member who tops up',
      (n) => `/members/${900_000 + n}/top-ups`,
      () => ({ amountCents: 100_00, tender: 'cash' }),
    ],
    [
      'a member who takes money out',
      (n) => `/members/${900_000 + n}/withdrawals`,
      () => ({ amountCents: 1_00, tender: 'cash', reason: '急用' }),
    ],
  ];
  const aCart = () => ({
    lines: [{ productId: 1, qtyMilli: 1_000, unitPriceCents: 10_00 }],
    tenders: [{ tender: 'cash', amountCents: 10_00 }],
    dueCents: 10_00,
  });

  it.each(acts)('%s: what nobody has is counted', async (_what, path, body) => {
    const browser = as('manager');
    const send = (n: number) => browser.post(`/api/v1${path(n)}`, body(n), { key: randomUUID() });
    const codes = [];
    for (let n = 0; n < 31; n += 1) codes.push((await send(n)).body.code);
    expect(codes[0]).toMatch(/^(member\.not_found|card\.unknown_number|request\.invalid)$/);
    expect(codes.at(-1)).toBe('member.too_many_lookups');
  });
});
