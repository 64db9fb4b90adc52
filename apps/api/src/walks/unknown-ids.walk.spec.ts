import { randomUUID } from 'node:crypto';
import { testApp } from '#workshop/testing';
import { aProduct } from '../../../../libs/goods/catalogue/catalogue.fixtures.js';
import { aMember } from '../../../../libs/membership/members/members.fixtures.js';
import { ACTS } from './act-samples.fixtures.js';
import { type Place, twoPlaces } from './place.fixtures.js';

// Every id in every body of the API: one that nobody has is refused as wrong input, never as a missing page or a fault.
const api = await testApp({ books: 'once' });
const { here } = await twoPlaces(api);
const NOBODY = 999_999_999;
/** A number that no card has. */
const NO_CARD = '6800109999999999';

interface Described {
  $ref?: string;
  allOf?: Described[];
  oneOf?: Described[];
  properties?: Record<string, Described>;
  items?: Described;
  type?: string;
}
const { body: description } = await here.head.get('/api/v1/openapi.json');

function resolved(schema: Described): Described {
  const name = schema.$ref?.split('/').pop();
  if (name) return resolved(description.components.schemas[name]);
  return schema.allOf ? Object.assign({}, ...schema.allOf.map(resolved)) : schema;
}

/** Where ids stand in a body under other names. */
const OTHER_NAMES: Record<string, readonly string[]> = {
  'POST /members/tags': ['add', 'remove'],
  'POST /sales': ['cardNo'],
  'POST /members/:id/top-ups': ['cardNo'],
  'POST /members/:id/withdrawals': ['cardNo'],
  'POST /members/:id/transfers': ['cardNo'],
};

/** Where ids stand in a body: `toMemberId`, `lines.0.productId`, `memberIds`. */
function idsIn(schema: Described, path = ''): string[] {
  const { oneOf, properties = {} } = resolved(schema);
  if (oneOf) return [...new Set(oneOf.flatMap((kind) => idsIn(kind, path)))];
  return Object.entries(properties).flatMap(([name, property]) => {
    const field = resolved(property);
    const here = path ? `${path}.${name}` : name;
    const isId = /Ids?$/.test(name) && (field.type === 'integer' || field.items !== undefined);
    return [
      ...(isId ? [here] : []),
      ...idsIn(field, here),
      ...idsIn(field.items ?? {}, `${here}.0`),
    ];
  });
}

const fields = Object.entries<
  Record<string, { requestBody?: { content: Record<string, { schema: Described }> } }>
>(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { requestBody }]) => {
    const schema = requestBody?.content['application/json']?.schema;
    const route = `${method.toUpperCase()} ${path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1')}`;
    if (!schema) return [];
    return [...idsIn(schema), ...(OTHER_NAMES[route] ?? [])].map((field) => ({ route, field }));
  }),
);

type Body = Record<string, unknown>;
/** Requests of routes that are no commands. */
const OTHERS: Record<string, (place: Place) => Promise<{ path: string; body: Body }>> = {
  'PUT /session/till': ({ tillId }) => Promise.resolve({ path: '/session/till', body: { tillId } }),
  'PATCH /members/:id': async ({ api: { db } }) => {
    const { memberId } = await aMember(db);
    return { path: `/members/${memberId}`, body: { version: 1 } };
  },
  'PUT /members/:id/staff': async ({ api: { db } }) => {
    const { memberId } = await aMember(db);
    return { path: `/members/${memberId}/staff`, body: { version: 1 } };
  },
  'POST /cards/extensions/preview': () =>
    Promise.resolve({
      path: '/cards/extensions/preview',
      body: { from: '2027-01-01', to: '2027-01-31', expiresOn: '2028-12-31', reason: '补' },
    }),
  'PUT /desk/open-sale': () => Promise.resolve({ path: '/desk/open-sale', body: {} }),
  'PUT /imports/:id/mapping': async ({ api: { db }, storeId }) => {
    const { id } = await db.one<{ id: number }>(
      `INSERT INTO import_job (source, file_name, file_bytes, locale, status, staff_id, created_at, sheet, expires_at)
       SELECT 'old', '会员.xlsx', 1, 'zh-CN', 'mapping', min(id), now(), '{"headers": ["姓名", "手机"], "samples": [], "suggested": {}}', now() + interval '30 days' FROM staff RETURNING id`,
    );
    return {
      path: `/imports/${id}/mapping`,
      body: { columns: { name: 0, phone: 1 }, defaultStoreId: storeId },
    };
  },
  'POST /categories': () =>
    Promise.resolve({ path: '/categories', body: { name: '新类', code: 'NEW' } }),
  'POST /products': () => Promise.resolve({ path: '/products', body: PRODUCT }),
  'PUT /products/:id': async ({ api: { db } }) => {
    const id = await db.write((tx) => aProduct(tx));
    return { path: `/products/${id}`, body: { ...PRODUCT, version: 1 } };
  },
  'POST /tenders': () =>
    Promise.resolve({ path: '/tenders', body: { ...TENDER, code: 'mall_card' } }),
  'PUT /tenders/:id': async ({ api: { db } }) => {
    const { id } = await db.one<{ id: number }>("SELECT id FROM tender WHERE code = 'wechat'");
    return { path: `/tenders/${id}`, body: { ...TENDER, retired: false, version: 1 } };
  },
  'POST /message-templates/preview': () =>
    Promise.resolve({ path: '/message-templates/preview', body: { body: '您好' } }),
  'POST /campaigns/preview': () =>
    Promise.resolve({ path: '/campaigns/preview', body: { body: '您好' } }),
};
const TENDER = {
  ...{ nameZh: '商场卡', nameEn: 'Mall card', place: 'till', inDrawer: false },
  ...{ counted: false, asksReference: false, refundable: true, tillKey: '6', position: 90 },
};
const PRODUCT = { sku: 'NEW', name: '新品', kind: 'goods', unit: '件', listPriceCents: 1_00 };

function withUnknown(body: Body, field: string): Body {
  const [name = '', ...rest] = field.split('.');
  const value = body[name];
  if (rest.length === 0) {
    if (name === 'cardNo') return { ...body, cardNo: NO_CARD };
    return { ...body, [name]: /s$|^add$|^remove$/.test(name) ? [NOBODY] : NOBODY };
  }
  const inner = rest.join('.');
  if (rest[0] === '0') {
    const [first = {}, ...more] = (value ?? []) as Body[];
    return { ...body, [name]: [withUnknown(first, rest.slice(1).join('.')), ...more] };
  }
  return { ...body, [name]: withUnknown((value ?? {}) as Body, inner) };
}

/** What belongs to the field, or stands against it, in the sample of its route. */
const BESIDE: Record<string, Body> = {
  'POST /members/:id/cards topUp.ruleId': { topUp: { amountCents: 50_00, tender: 'cash' } },
  'POST /campaigns segmentId': { memberIds: undefined },
  'POST /sales lines.0.categoryId': { lines: [{ kind: 'quick', amountCents: 40_00 }] },
  'POST /sales lines.0.staff.0.staffId': {
    lines: [{ kind: 'quick', amountCents: 40_00, staff: [{ shareBps: 10_000 }] }],
  },
};

/** The level that the member is believed to have: another one is a change in between. Nobody of those chosen is left. */
const MAY_CONFLICT = /^POST \/(members\/:id\/level fromLevelId|campaigns memberIds)$/;
/** A till that is gone is refused as one that is closed: nobody may sit there. */
const MAY_FORBID = /^PUT \/session\/till tillId$/;

/** Looked at only where somebody has to agree, or where it is a filter of what is there. */
const MAY_PASS = /^(approval\.requestId|filter\.\w+|memberIds)$/;

it.each(fields)('$route: $field that nobody has is wrong input', async ({ route, field }) => {
  const act = ACTS[route] ?? { by: 'head' as const, ask: asked(route) };
  const sample = await act.ask(here);
  const body = withUnknown({ ...sample.body, ...BESIDE[`${route} ${field}`] }, field);
  const method = route.split(' ')[0] as 'POST';
  const path = `/api/v1${sample.path}`;
  const answer = await here[act.by].call(method, path, body, { key: randomUUID() });
  if (answer.status < 300) return expect(field).toMatch(MAY_PASS);
  // "Not found" would be said of the address; what head office may not see is not there.
  expect([403, 409, 422]).toContain(answer.status);
  if (answer.status === 403 && act.by === 'head')
    return expect(`${route} ${field}`).toMatch(MAY_FORBID);
  if (answer.status === 409) return expect(`${route} ${field}`).toMatch(MAY_CONFLICT);
  if (answer.body.errors?.length)
    expect(answer.body.errors).toEqual([
      {
        field: field.endsWith('Ids') ? expect.stringContaining(field) : field,
        code: 'field.unknown_reference',
      },
    ]);
});

function asked(route: string): (place: Place) => Promise<{ path: string; body: Body }> {
  const other = OTHERS[route];
  if (!other)
    throw new Error(`no request of ${route}: it names ids in its body, so it joins OTHERS`);
  return other;
}
