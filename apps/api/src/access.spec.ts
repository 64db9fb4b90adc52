import { aStaffMember } from '../../../libs/chain/identity/identity.fixtures.js';
import { testApp } from '#workshop/testing';
import { type Route, routesOf, urlOf as urlWith } from './walks/routes-of.fixtures.js';

const api = await testApp({ books: 'once' });

// What anybody may ask: signing in and out, and what a sign-in page, a probe or a collector needs.
const PUBLIC = [
  'DELETE /session',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'GET /public/info',
  'GET /public/statements/:code',
  'POST /session',
];
// What every signed-in person may do, whatever their roles: about their own session, exports, views of lists, and keys.
const ANYBODY_SIGNED_IN =
  /^(GET|PUT|POST|DELETE) \/(session(\/|$)|commands\/|exports(\/|$)|list-views(\/|$))|^GET \/reports$/;

const nameOf = ({ name }: Route) => name;
const urlOf = ({ path }: Route) => urlWith(path, { reportId: 'consumption-detail' });
const all = routesOf(api);

it('finds the routes', () => {
  expect(all.length).toBeGreaterThan(40);
});

it('leaves open exactly what must be open', () => {
  const isPublic = (route: Route) => PUBLIC.includes(nameOf(route));
  expect(all.filter(isPublic).map(nameOf).sort()).toEqual(PUBLIC);
});

it.each(
  all
    .filter((route) => !PUBLIC.includes(nameOf(route)))
    .map((route) => [nameOf(route), route] as const),
)('%s asks who it is', async (_name, route) => {
  const body = route.method === 'GET' ? undefined : {};
  const answer = await api.browser().call(route.method, urlOf(route), body);
  expect({ status: answer.status, code: answer.body?.code }).toEqual({
    status: 401,
    code: 'session.none',
  });
});

describe('somebody without any role', () => {
  const nobody = api.as('nobody');
  beforeAll(() =>
    api.db.write((tx) => aStaffMember(tx, { login: 'nobody', homeStoreId: api.org.renminId })),
  );
  const guarded = all.filter(
    (route) => !PUBLIC.includes(nameOf(route)) && !ANYBODY_SIGNED_IN.test(nameOf(route)),
  );

  it.each(guarded.map((route) => [nameOf(route), route] as const))(
    'is refused %s',
    async (_name, route) => {
      const body = route.method === 'GET' ? undefined : {};
      const answer = await nobody.call(route.method, urlOf(route), body, {
        key: crypto.randomUUID(),
      });
      expect({ status: answer.status, code: answer.body?.code }).toEqual({
        status: 403,
        code: 'access.forbidden',
      });
    },
  );
});

describe('somebody of another place', () => {
  it.each(
    all.filter((route) => route.method !== 'GET').map((route) => [nameOf(route), route] as const),
  )('sends nothing to %s', async (_name, route) => {
    const answer = await api
      .browser()
      .call(route.method, urlOf(route), {}, { headers: { origin: 'https://elsewhere.example' } });
    expect({ status: answer.status, code: answer.body?.code }).toEqual({
      status: 403,
      code: 'request.wrong_origin',
    });
  });
});
