import { randomUUID } from 'node:crypto';
import { SessionCache } from '#chain/identity';
import { testApp, type TestAnswer, type TestBrowser } from '#workshop/testing';
import { aProduct } from '../../../libs/goods/catalogue/catalogue.fixtures.js';
import { aStaffMember } from '../../../libs/chain/identity/identity.fixtures.js';
import {
  Chance,
  DescribedValues,
  routesOf,
  type ApiDescription,
  type Route,
} from './described-requests.fixtures.js';

// Requests made from the API's own description, by several people: some fit, some nearly fit, some are meant to harm.
// Another seed finds other things: FUZZ_SEED=7 node scripts/test.mjs apps/api/src/described-requests
const REQUESTS = 5_000;
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_129);
const AT_ONCE = 8;

const api = await testApp({ books: 'once' });
// Nobody's rights change here: who asks is looked up now and then, not thousands of times.
api.app.get(SessionCache).maxAgeMs = 30_000;
const head = api.as('head');
const description = (await head.get('/api/v1/openapi.json')).body as ApiDescription;
const chance = new Chance(SEED);
const values = new DescribedValues(description, chance);

/** Their end ends the walk: they are asked by somebody who came for that. */
const ENDS_A_SESSION = new Set(['Sessions_signOut', 'Sessions_lock', 'Sessions_changePassword']);

type Kind = 'fitting' | 'nearly' | 'hostile';
interface Attempt {
  who: string;
  kind: Kind;
  route: Route;
  url: string;
  body: unknown;
  headers: Record<string, string>;
}

async function people(): Promise<Record<string, TestBrowser>> {
  await api.db.write(async (tx) => {
    await aStaffMember(tx, { login: 'nobody', homeStoreId: api.org.renminId });
    await aProduct(tx);
  });
  const found = {
    head,
    manager: api.as('manager'),
    cashier: api.as('cashier'),
    nobody: api.as('nobody'),
    stranger: api.browser(),
  };
  await found.head.sitAt(api.org.renminTillId);
  for (const [name, id] of Object.entries(api.org))
    if (typeof id === 'number') values.note(name.endsWith('TillId') ? 'tillId' : 'storeId', id);
  for (const name of ['王芳', '李强', '赵敏']) {
    const phone = `1380000${name.charCodeAt(0) % 10_000}`.padEnd(11, '0');
    const topUp = { amountCents: 500_00, tender: 'cash' };
    const joined = await found.head.post(
      '/api/v1/members',
      { name, phone, card: {}, pin: '258036', topUp },
      { key: randomUUID() },
    );
    values.remember(joined.body);
  }
  return found;
}

const texts = (value: unknown): string =>
  encodeURIComponent(
    (typeof value === 'object' ? JSON.stringify(value) : String(value)).toWellFormed(),
  );

/** What the ids of a path are of: `/top-up-rules/{id}/versions` → topUpRule. */
function subjectOf(path: string): string {
  const [, subject = ''] = /([a-z-]+?)(?:\/\{|$)/.exec(path) ?? [];
  return subject
    .replace(/ies$/, 'y')
    .replace(/s$/, '')
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function attemptOf(route: Route, who: string): Attempt {
  const kind = chance.of<Kind>(['fitting', 'nearly', 'hostile']);
  const { parameters = [], requestBody } = route.operation;
  const spoilt = kind !== 'fitting' && (!requestBody || chance.happens(0.3));
  const make = (given: unknown): unknown =>
    kind === 'hostile' ? values.hostile(given) : values.nearly(given);
  let url = route.path;
  const query: string[] = [];
  for (const parameter of parameters) {
    const { name } = parameter;
    const good = values.fitting(
      parameter.schema,
      name === 'id' ? `${subjectOf(route.path)}Id` : name,
    );
    const value = spoilt && chance.happens(0.5) ? make(good) : good;
    if (parameter.in === 'path') url = url.replace(`{${name}}`, texts(value) || '%20');
    else if (parameter.in === 'query' && (parameter.required || chance.happens(0.4)))
      query.push(`${name}=${Array.isArray(value) ? value.map(texts).join(',') : texts(value)}`);
  }
  if (kind === 'hostile' && chance.happens(0.1)) query.push('constructor=1');
  const schema = requestBody?.content['application/json']?.schema;
  const good = schema && values.fitting(schema);
  const body = schema ? (spoilt || kind === 'fitting' ? good : make(good)) : unasked(kind);
  return {
    who,
    kind,
    route,
    url: query.length > 0 ? `${url}?${query.join('&')}` : url,
    ...inClothes(kind, route.method === 'GET' ? undefined : body),
  };
}

/** Sent to a route that takes no body. */
const unasked = (kind: Kind): unknown =>
  kind === 'fitting' || chance.happens(0.5) ? undefined : values.hostile({ reason: 'twice' });

/** Around the body: a type that it is not, no JSON at all, no key, another page's origin. */
function inClothes(kind: Kind, body: unknown): Pick<Attempt, 'body' | 'headers'> {
  if (kind !== 'hostile' || chance.happens(0.85)) return { body, headers: {} };
  return chance.of<Pick<Attempt, 'body' | 'headers'>>([
    { body: '{"a":', headers: {} },
    { body: '[]', headers: {} },
    { body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    { body: '{}', headers: { 'content-type': 'text/plain' } },
    { body: 'x', headers: { 'content-type': 'image/png' } },
    { body: 'x', headers: { 'content-type': 'application/octet-stream' } },
    { body: `${'['.repeat(500)}${']'.repeat(500)}`, headers: {} },
    { body, headers: { 'idempotency-key': 'none' } },
    { body, headers: { origin: 'https://elsewhere.example' } },
  ]);
}

function complaint(attempt: Attempt, answer: TestAnswer): string | undefined {
  const { responses } = attempt.route.operation;
  const described = responses[String(answer.status)];
  const code = (answer.body as { code?: string } | undefined)?.code ?? '';
  const isRefusal = answer.status >= 400;
  if (
    answer.status < 500 &&
    described &&
    (!isRefusal || described.description.split(', ').includes(code))
  )
    return undefined;
  const { who, kind, route, url, body } = attempt;
  return `${route.operation.operationId}: ${answer.status} ${code} to ${who}, ${kind}: ${route.method} ${url} ${JSON.stringify(body)?.slice(0, 400)}`;
}

it(`answers ${REQUESTS} requests as its description says (seed ${SEED})`, async () => {
  const everybody = await people();
  const names = Object.keys(everybody);
  const routes = routesOf(description).filter(
    ({ operation }) => !ENDS_A_SESSION.has(operation.operationId),
  );
  const complaints: string[] = [];
  const statuses = new Map<number, number>();
  const send = async (attempt: Attempt) => {
    const { route, url, body, headers } = attempt;
    const person = everybody[attempt.who] as TestBrowser;
    const answer = await person.call(route.method, url, body, { key: randomUUID(), headers });
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    if (answer.status < 300) values.remember(answer.body, subjectOf(route.path));
    const said = complaint(attempt, answer);
    if (said) complaints.push(said);
    if (said && complaints.length < 20) console.log(said);
  };
  for (let sent = 0; sent < REQUESTS; sent += AT_ONCE) {
    const attempts = Array.from({ length: AT_ONCE }, (_, index) =>
      attemptOf(
        routes[(sent + index) % routes.length] as Route,
        chance.happens(0.6) ? 'head' : chance.of(names),
      ),
    );
    await Promise.all(attempts.map(send));
  }
  console.log(`seed ${SEED}:`, Object.fromEntries([...statuses].sort()));
  expect(complaints).toEqual([]);
  // Most of what fits is understood, or the walk says little.
  expect(statuses.get(200)).toBeGreaterThan(REQUESTS / 10);
}, 600_000);
