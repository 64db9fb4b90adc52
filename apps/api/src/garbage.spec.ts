import { randomUUID } from 'node:crypto';
import { SessionCache } from '#chain/identity';
import { testApp } from '#workshop/testing';
import { aProduct } from '../../../libs/goods/catalogue/catalogue.fixtures.js';

// Walks the API's own description: every field of every request in turn holds something that nobody meant.
const api = await testApp({ books: 'once' });
// Nothing here changes rights: who asks is looked up now and then, not thousands of times.
api.app.get(SessionCache).maxAgeMs = 30_000;
await api.db.write((tx) => aProduct(tx));
const head = api.as('head');
await head.sitAt(api.org.renminTillId);
await head.post('/api/v1/members', { name: '王' }, { key: randomUUID() });

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  format?: string;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
}
interface Operation {
  parameters?: { name: string; in: string; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

const { body: document } = await head.get('/api/v1/openapi.json');

const AT_ONCE = 8;
const GARBAGE: unknown[] = [
  null,
  '',
  '\u0000',
  '\ud800',
  '💥'.repeat(40),
  'x'.repeat(3_000),
  "'; DROP TABLE member; --",
  '%\\_',
  '2026-02-30',
  '9999-12-31',
  '-1',
  '99999999999999999999',
  0,
  -1,
  1.5,
  Number.MAX_SAFE_INTEGER,
  2_147_483_648,
  true,
  [],
  [null],
  {},
  { $ne: 1 },
];

function resolve(schema: Schema): Schema {
  const target = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (!target) return schema;
  return (
    (document.components.schemas as Record<string, Schema>)[target.split('/').at(-1) ?? ''] ?? {}
  );
}

/** Something that fits as far as the description tells. */
function sample(given: Schema | undefined): unknown {
  const schema = resolve(given ?? {});
  if (schema.enum) return schema.enum[0];
  if (schema.properties) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, part]) => [name, sample(part)]),
    );
  }
  if (schema.type === 'array') return [sample(schema.items)];
  if (schema.type === 'integer' || schema.type === 'number') return 1;
  if (schema.type === 'boolean') return true;
  if (schema.format === 'date') return '2026-11-22';
  return schema.type === 'string' ? '13800000001' : 1;
}

/** The same value with one part at a time replaced, however deep. */
function* spoiled(value: unknown): Generator<unknown> {
  yield* GARBAGE;
  if (Array.isArray(value)) for (const part of spoiled(value[0])) yield [part];
  else if (value && typeof value === 'object') {
    for (const [name, part] of Object.entries(value))
      for (const bad of spoiled(part)) yield { ...value, [name]: bad };
  }
}

const operations = Object.entries(
  document.paths as Record<string, Record<string, Operation>>,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase() as 'GET',
    path,
    operation,
  })),
);
// These end what the walk stands on.
const LEFT_OUT =
  /^(DELETE|PUT|POST) \/api\/v1\/session(\/lock|\/unlock|\/password)?$|verifications$/;

it.each(
  operations
    .filter(({ method, path }) => !LEFT_OUT.test(`${method} ${path}`))
    .map((it) => [`${it.method} ${it.path}`, it] as const),
)(
  '%s never fails by what it is sent',
  async (_name, { method, path, operation }) => {
    const failed: string[] = [];
    const send = async (url: string, body: unknown) => {
      const answer = await head.call(
        method,
        url,
        method === 'GET' || method === 'DELETE' ? undefined : body,
        { key: randomUUID() },
      );
      if (answer.status >= 500)
        failed.push(`${url} ${JSON.stringify(body)?.slice(0, 300)} ${answer.text.slice(0, 120)}`);
    };
    const good = path
      .replace('{reportId}', 'consumption-detail')
      .replace('{key}', 'sms.signature')
      .replace(/\{\w+\}/g, '1');
    const body = sample(operation.requestBody?.content['application/json']?.schema);
    const requests: [url: string, body: unknown][] = [[good, body]];
    if (operation.requestBody)
      for (const bad of spoiled(body)) requests.push([good, bad === undefined ? {} : bad]);
    const texts = GARBAGE.filter((value) => typeof value !== 'object').map((value) =>
      encodeURIComponent(String(value).replaceAll('\ud800', '\ufffd')),
    );
    const names = (operation.parameters ?? [])
      .filter((parameter) => parameter.in === 'query')
      .map(({ name }) => name);
    const filters = /reports|overview/.test(path) ? ['storeIds', 'from', 'to', 'sort', 'page'] : [];
    for (const name of new Set([...names, ...filters])) {
      for (const text of texts) requests.push([`${good}?${name}=${text}`, body]);
    }
    if (path.includes('{'))
      for (const text of texts) requests.push([path.replace(/\{\w+\}/g, text || '%20'), body]);
    while (requests.length > 0)
      await Promise.all(requests.splice(0, AT_ONCE).map(([url, bad]) => send(url, bad)));
    expect(failed).toEqual([]);
  },
  120_000,
);
