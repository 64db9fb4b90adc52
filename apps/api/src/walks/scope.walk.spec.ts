import { type TestAnswer, testApp } from '#workshop/testing';
import { ACTS, send } from './act-samples.fixtures.js';
import { type Place, twoPlaces } from './place.fixtures.js';
import { ROUTES } from './route-rows.fixtures.js';
import { routesOf, urlOf } from './routes-of.fixtures.js';
import { aWorld } from './world.fixtures.js';

// Somebody with every right at 人民路店, and everything that can happen, done at 滨江店: nothing of it is theirs.
const api = await testApp({ books: 'once' });
const { here, there } = await twoPlaces(api);
const world = await aWorld(there);
const routes = routesOf(api);
const routeOf = (name: string) => routes.find((route) => route.name === name);
const rowsOf = (...scopes: string[]) =>
  Object.entries(ROUTES)
    .filter(([, [, scope]]) => scopes.includes(scope))
    .map(([name]) => name);

const WORDS = ['chain', 'self', 'list', 'act', 'store'];
const papers = Object.entries(ROUTES).filter(([, [, scope]]) => !WORDS.includes(scope));

/** Not found, or said to be another store's: never done, never shown. */
const isHidden = ({ status, body }: TestAnswer): boolean =>
  status === 404 || (status === 403 && body?.code !== 'access.forbidden');
const told = ({ status, text }: TestAnswer) => `${status} ${text.slice(0, 200)}`;

describe('the paper of another store', () => {
  it.each(papers.map(([name, [, kind]]) => [name, kind]))('%s (%s)', async (name, kind) => {
    const route = routeOf(name);
    if (!route) throw new Error(name);
    const body = { 'PATCH /card-ranges/:id': { active: true, version: 1 } }[name] ?? {};
    const call = (place: Place) =>
      place.desk.call(
        route.method,
        urlOf(route.path, { id: world[kind] ?? 0 }),
        route.method === 'GET' ? undefined : body,
      );
    const foreign = await call(here);
    expect({ hidden: isHidden(foreign), told: told(foreign) }).toMatchObject({ hidden: true });
    // The same request of somebody there is answered: it was refused for its place alone.
    const own = await call(there);
    expect({ done: own.status < 300, told: told(own) }).toMatchObject({ done: true });
  });
});

describe('an act on a paper, or in the name, of another store', () => {
  it.each(rowsOf('act'))('%s', async (name) => {
    const act = ACTS[name];
    if (!act) throw new Error(name);
    const sample = await act.ask(there);
    const foreign = await send(here.desk, act.method ?? 'POST', sample);
    expect({ hidden: isHidden(foreign), told: told(foreign) }).toMatchObject({ hidden: true });
    const own = await send(there[act.by], act.method ?? 'POST', sample);
    expect({ done: own.status < 300, told: told(own) }).toMatchObject({ done: true });
  });
});

describe('a store that is named', () => {
  const store = {
    name: '我的',
    timezone: 'Asia/Shanghai',
    cutoverHour: 0,
    active: true,
    version: 1,
  };
  const cases: Record<string, object> = {
    'PUT /stores/:id': store,
    'PUT /products/:id/store-prices/:storeId': { priceCents: 1, version: 1 },
    'PUT /session/till': { tillId: there.tillId },
  };
  it('is asked of every such route', () => {
    expect(Object.keys(cases).sort()).toEqual(rowsOf('store').sort());
  });
  it.each(Object.entries(cases))('%s', async (name, body) => {
    const route = routeOf(name);
    const { id: productId } = await api.db.one<{ id: number }>('SELECT min(id) AS id FROM product');
    const isStore = name.startsWith('PUT /stores');
    const url = urlOf(route?.path ?? '', {
      id: isStore ? there.storeId : productId,
      storeId: there.storeId,
    });
    expect(isHidden(await here.desk.put(url, body))).toBe(true);
  });
});

describe('a list', () => {
  const YEAR = { from: '2026-01-01', to: '2026-12-31' };
  /** What some lists must be told. */
  const asks: Record<string, Record<string, string>> = {
    'GET /reports/:reportId/rows': YEAR,
    'GET /overview': YEAR,
  };
  const url = (name: string) =>
    urlOf(routeOf(name)?.path ?? '', { reportId: 'consumption-detail' });
  /** Marks of the other store: its name, its receipts, who works there. */
  const MARKS = ['滨江店', '"BJ-', 'desk-bj'];

  it.each(rowsOf('list'))('%s shows nothing of another store', async (name) => {
    const query = asks[name] ?? {};
    const mine = await here.desk.get(url(name), { query });
    expect({ status: mine.status, told: told(mine) }).toMatchObject({ status: 200 });
    for (const mark of MARKS) expect(mine.text).not.toContain(mark);
  });

  it.each(rowsOf('list'))('%s gives nothing for the filter of another store', async (name) => {
    for (const field of ['storeId', 'storeIds']) {
      const query = { ...asks[name], [field]: String(there.storeId) };
      const foreign = await here.desk.get(url(name), { query });
      if (foreign.status === 422) continue;
      if (foreign.status === 403) expect(foreign.body.code).toBe('access.store_forbidden');
      else for (const mark of MARKS) expect(foreign.text).not.toContain(mark);
    }
  });

  it.each(
    rowsOf('list').filter((name) => !['GET /overview', 'GET /approvals/waiting'].includes(name)),
  )('%s shows it to those who work there', async (name) => {
    const own = await there.desk.get(url(name), { query: asks[name] ?? {} });
    expect(MARKS.some((mark) => own.text.includes(mark))).toBe(true);
  });
});

describe('what belongs to a person', () => {
  it.each([
    ['GET /exports/:id', 'export'],
    ['GET /exports/:id/file', 'export'],
    ['DELETE /exports/:id', 'export'],
    ['GET /segments/:id', 'segment'],
    ['DELETE /segments/:id', 'segment'],
  ])('%s is nobody else’s', async (name, kind) => {
    const route = routeOf(name);
    if (!route) throw new Error(name);
    const answer = await here.desk.call(route.method, urlOf(route.path, { id: world[kind] ?? 0 }));
    expect(answer.status).toBe(404);
  });
});
