import { randomUUID } from 'node:crypto';
import { aGift } from '../../../libs/value/wallets/wallets.fixtures.js';
import { testApp } from '#workshop/testing';
import { aProduct } from '../../../libs/goods/catalogue/catalogue.fixtures.js';
import { aMember, FIXTURE_PIN } from '../../../libs/membership/members/members.fixtures.js';

// Walks the API's own description: whatever changes a record carries the version it was made from, and is refused where
// somebody else saved in between.
const { as, db, org } = await testApp({ books: 'once' });
const head = as('head');
const manager = as('manager');
const { body: document } = await head.get('/api/v1/openapi.json');

interface Schema {
  $ref?: string;
  required?: string[];
}
interface Operation {
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** What changes something and has no version, with the reason. What makes something new needs none. */
const WITHOUT: Record<string, string> = {
  'PUT /session/till': 'where one works: one’s own',
  'PUT /session/lock': 'one’s own',
  'PUT /session/password': 'proven by the password before',
  'PUT /session/pin': 'one’s own, proven by the password',
  'PUT /members/{id}/pin': 'proven by the PIN before',
  'PUT /members/{id}/photo': 'one picture, seen as a whole: the newest one counts',
  'POST /cards/{cardNo}/day-limit':
    'the owner’s decision, proven anew each time: the newest counts',
  'PUT /desk/open-sale': 'whom a till serves now',
  'PUT /list-views/layouts/{list}': 'one’s own columns: the last ones count',
  'PUT /imports/{id}/mapping': 'a step: starts the check again; totals are signed as they are then',
};

/** Acts on a record that are no edit of it: they name what they do, and are judged by the state that they find. */
const ACTS =
  /\/(void|prints|returns|reversal|statements|merge|erasing|preview|pause|resume|cancel|retry|lost|unfreeze|unbinding|replacement|extension|extensions|receipt|decision|cancellation|commit|exports|followed-up|reset|unlock|pin|closing|contacts|cards|top-ups|withdrawals|transfers|wallet-refunds|wallet-adjustments|points-adjustments)$/;

interface Change {
  path: string;
  change: object;
  /** Another change, made from the same version. */
  other: object;
  /** What the refusal shows of the record as it is now. */
  now: object;
  method?: 'PATCH' | 'POST' | 'PUT';
  version?: number;
  /** Named otherwise than "version". */
  as?: string;
}

const rule = {
  name: '充一千送一百',
  startsOn: '2026-01-01',
  payCents: 1000_00,
  gives: aGift(100_00),
  perMultiple: false,
};
const filter = {
  match: 'all',
  conditions: [{ field: 'gender', op: 'any', values: ['female'] }],
};
const made = async (path: string, body: object): Promise<{ id: number }> => {
  const answer = await head.post(`/api/v1/${path}`, body, { key: randomUUID() });
  expect(answer.status).toBe(201);
  return answer.body;
};
const product = async () => {
  const id = await db.write((tx) => aProduct(tx, { priceCents: 10_00 }));
  const { sku, name, kind, unit, categoryId } = (await head.get(`/api/v1/products/${id}`)).body;
  return { id, terms: { sku, name, kind, unit, categoryId, listPriceCents: 10_00 } };
};

/** One record for each route, and two changes of it. */
const CHANGES: Record<string, () => Promise<Change>> = {
  'PUT /products/{id}': async () => {
    const { id, terms } = await product();
    return {
      path: `products/${id}`,
      change: { ...terms, listPriceCents: 12_00 },
      other: { ...terms, name: '改名' },
      now: { listPriceCents: 12_00, name: terms.name },
    };
  },
  'PUT /products/{id}/store-prices/{storeId}': async () => ({
    path: `products/${(await product()).id}/store-prices/${org.renminId}`,
    change: { priceCents: 9_00 },
    other: { priceCents: 8_00 },
    now: { priceCents: 9_00 },
  }),
  'PUT /levels/{id}': async () => {
    const terms = { name: '金卡', payRateBps: 9_000, pointsPerYuanBps: 10_000 };
    return {
      path: `levels/${org.levelIds.gold}`,
      change: { ...terms, payRateBps: 8_800 },
      other: { ...terms, name: '黄金卡' },
      now: { name: '金卡', payRateBps: 8_800 },
    };
  },
  'PUT /stores/{id}': async () => {
    const terms = { name: '滨江店', timezone: 'Asia/Shanghai', cutoverHour: 0, active: true };
    return {
      path: `stores/${org.binjiangId}`,
      change: { ...terms, cutoverHour: 3 },
      other: { ...terms, phone: '02155550102' },
      now: { cutoverHour: 3, phone: null },
    };
  },
  'PUT /tenders/{id}': async () => {
    const flags = { inDrawer: false, counted: false, asksReference: false, refundable: true };
    const terms = { ...{ nameZh: '商场卡', nameEn: 'Mall card' }, ...flags, position: 90 };
    const tender = { ...terms, place: 'till', tillKey: '6' };
    const { id } = await made('tenders', { ...tender, code: 'mall_card' });
    return {
      path: `tenders/${id}`,
      change: { ...tender, retired: false, position: 95 },
      other: { ...tender, retired: true },
      now: { position: 95, state: 'taken' },
    };
  },
  'PUT /top-up-rules/{id}': async () => ({
    path: `top-up-rules/${(await made('top-up-rules', rule)).id}`,
    change: { ...rule, gives: aGift(120_00) },
    other: { ...rule, name: '周年' },
    now: { gives: [expect.objectContaining({ bonusCents: 120_00 })], name: rule.name },
  }),
  'POST /top-up-rules/{id}/end': async () => ({
    path: `top-up-rules/${(await made('top-up-rules', rule)).id}/end`,
    change: { lastDay: '2026-12-31' },
    other: {},
    now: { endsOn: '2026-12-31' },
    method: 'POST',
  }),
  'PATCH /card-ranges/{id}': async () => ({
    path: `card-ranges/${(await made('card-ranges', { storeId: org.renminId })).id}`,
    change: { active: false },
    other: { active: true, note: '第三批' },
    now: { active: false, note: null },
  }),
  'PATCH /tags/{id}': async () => ({
    path: `tags/${(await made('tags', { name: '尝鲜', color: 'blue' })).id}`,
    change: { name: '尝鲜', color: 'red' },
    other: { name: '新品', color: 'blue' },
    now: { name: '尝鲜', color: 'red' },
  }),
  'PATCH /member-fields/{id}': async () => ({
    path: `member-fields/${(await made('member-fields', { code: 'car', label: '车', kind: 'text' })).id}`,
    change: { label: '车牌' },
    other: { label: '车', required: true },
    now: { label: '车牌', required: false },
  }),
  'PUT /list-views/{id}': async () => {
    const view = { name: '金卡', filters: {}, columns: [] };
    return {
      path: `list-views/${(await made('list-views', { ...view, list: 'members', shared: true })).id}`,
      change: { ...view, shared: true, filters: { levelId: '2' } },
      other: { ...view, shared: true, name: '贵宾' },
      now: { name: '金卡', filters: { levelId: '2' } },
    };
  },
  'PUT /message-templates/{id}': async () => ({
    path: `message-templates/${(await made('message-templates', { name: '周年', body: '八折' })).id}`,
    change: { name: '周年', body: '七折' },
    other: { name: '周年庆', body: '八折' },
    now: { name: '周年', body: '七折' },
  }),
  'PUT /segments/{id}': async () => {
    const segment = { name: '女会员', filter, visibility: 'shared' };
    return {
      path: `segments/${(await made('segments', segment)).id}`,
      change: { ...segment, name: '女士' },
      other: { ...segment, visibility: 'private' },
      now: { name: '女士', visibility: 'shared' },
    };
  },
  'PUT /settings/{key}': async () => ({
    path: 'settings/receipt.footer',
    change: { value: '谢谢惠顾' },
    other: { value: '欢迎再来' },
    now: { value: '谢谢惠顾' },
    version: 0,
  }),
  'PATCH /members/{id}': async () => ({
    path: `members/${(await aMember(db, { name: '江小白' })).memberId}`,
    change: { nickname: '小白' },
    other: { note: '喜欢靠窗' },
    now: { name: '江小白', nickname: '小白', note: null },
  }),
  'PUT /members/{id}/staff': async () => ({
    path: `members/${(await aMember(db)).memberId}/staff`,
    change: { staffId: org.staffIds.cashier },
    other: { staffId: org.staffIds.manager },
    now: { staffId: org.staffIds.cashier },
  }),
  'PUT /members/{id}/identity': async () => ({
    path: `members/${(await aMember(db, { pin: FIXTURE_PIN })).memberId}/identity`,
    change: { documentKind: 'passport', name: 'Li' },
    other: {
      ...{ documentKind: 'other', name: 'Lee' },
      identity: { by: 'pin', pin: FIXTURE_PIN },
    },
    now: { documentKind: 'passport', name: 'Li' },
    version: 0,
  }),
  'POST /members/{id}/level': async () => ({
    path: `members/${(await aMember(db)).memberId}/level`,
    change: { levelId: org.levelIds.gold, reason: '老客户' },
    other: { levelId: org.levelIds.silver, reason: '生日' },
    now: { levelId: org.levelIds.gold },
    method: 'POST',
    version: org.levelIds.ordinary,
    as: 'fromLevelId',
  }),
};

const schemas = document.components.schemas as Record<string, Schema>;
const bodyOf = ({ requestBody }: Operation): Schema => {
  const schema = requestBody?.content['application/json']?.schema ?? {};
  return schemas[schema.$ref?.split('/').at(-1) ?? ''] ?? schema;
};
const routes = Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      route: `${method.toUpperCase()} ${path.replace('/api/v1', '')}`,
      required: bodyOf(operation).required ?? [],
    })),
);
const changing = routes.filter(
  ({ route }) =>
    /^(PUT|PATCH) /.test(route) || (/^POST .*\{\w+\}/.test(route) && !ACTS.test(route)),
);

it('has a version in every change of a record', () => {
  const bare = changing.filter(
    ({ route, required }) =>
      !(route in WITHOUT) && !required.includes('version') && !required.includes('fromLevelId'),
  );
  expect(bare.map(({ route }) => route)).toEqual([]);
  const known = routes.map(({ route }) => route);
  expect(Object.keys(WITHOUT).filter((route) => !known.includes(route))).toEqual([]);
});

it('knows a record for every route with a version', () => {
  const versioned = changing.filter(({ route }) => !(route in WITHOUT)).map(({ route }) => route);
  expect(Object.keys(CHANGES).sort()).toEqual(versioned.sort());
});

describe('a change that was made from an older version', () => {
  it.each(Object.entries(CHANGES))(
    '%s is refused with who changed it, when, and what is there; on top of that it is saved',
    async (route, make) => {
      const { path, change, other, now, version = 1, as: name = 'version', ...made } = await make();
      const method = made.method ?? (route.split(' ')[0] as 'PUT');
      const send = (who: typeof head, body: object, from: number) =>
        who.call(method, `/api/v1/${path}`, { ...body, [name]: from }, { key: randomUUID() });
      const first = await send(head, change, version);
      expect(first).toMatchObject({ status: 200 });
      const late = await send(head, other, version);
      expect(late).toMatchObject({
        status: 409,
        body: {
          code: 'record.changed',
          params: { by: expect.any(String), at: expect.stringMatching(/^\d{4}-.*Z$/), now },
        },
      });
      const { version: standing } = late.body.params;
      expect(standing).not.toBe(version);
      expect(await send(head, other, standing)).toMatchObject({ status: 200 });
    },
  );

  it('is refused for a member whose tags were changed by a list meanwhile', async () => {
    const { memberId } = await aMember(db);
    const { id } = await made('tags', { name: '新客', color: 'red' });
    const act = { add: [id], memberIds: [memberId] };
    await manager.post('/api/v1/members/tags', act, { key: randomUUID() });
    const edit = { tagIds: [], version: 1 };
    expect((await manager.patch(`/api/v1/members/${memberId}`, edit)).body).toMatchObject({
      code: 'record.changed',
      params: { now: { tags: [{ name: '新客' }] } },
    });
  });
});
