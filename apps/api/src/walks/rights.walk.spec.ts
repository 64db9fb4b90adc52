import { expandPermissions, STANDARD_ROLES } from '#chain/identity';
import { permissionCodesFor } from '#kernel';
import { testApp } from '#workshop/testing';
import { ROUTES } from './route-rows.fixtures.js';
import { routesOf, urlOf } from './routes-of.fixtures.js';

// Every route with every role: what a role has no right to is refused before anything else is judged.
const api = await testApp({ books: 'once' });
const routes = routesOf(api);

it('has a row for every route, with the right that it asks for', () => {
  const asked = Object.fromEntries(routes.map(({ name, right }) => [name, right]));
  const written = Object.fromEntries(
    Object.entries(ROUTES).map(([name, [right]]) => [name, right]),
  );
  expect(asked).toEqual(written);
});

const guarded = routes.filter(({ right }) => right !== 'public' && right !== 'signed in');

describe.each(['cashier', 'manager', 'head_office'] as const)('a %s', (code) => {
  const role = STANDARD_ROLES.find((each) => each.code === code);
  // What counts for the whole chain is done by nobody whose rights end at a store.
  const codes = permissionCodesFor({ allStores: role?.allStores ?? false });
  const rights = new Set(expandPermissions(role?.permissions ?? [], codes));
  const may = (right: string): boolean =>
    right.includes('|')
      ? right.split('|').some((each) => rights.has(each))
      : right.split('&').every((each) => rights.has(each));
  const person = api.as(code === 'head_office' ? 'head' : code);

  it.each(guarded.map(({ name }) => name))('%s', async (name) => {
    const [right] = ROUTES[name] ?? [''];
    const route = guarded.find((each) => each.name === name);
    if (!route) throw new Error(name);
    // Nothing that could be carried out: only who may ask is looked at.
    const answer = await person.call(
      route.method,
      `${urlOf(route.path, { id: 999_999_999, cardNo: 'none', key: 'none', reportId: 'none' })}`,
      route.method === 'GET' ? undefined : { never: true },
      { key: crypto.randomUUID() },
    );
    expect({ name, refused: answer.body?.code === 'access.forbidden' }).toEqual({
      name,
      refused: !may(right),
    });
  });
});
