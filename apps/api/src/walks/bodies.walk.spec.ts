import { randomUUID } from 'node:crypto';
import { testApp } from '#workshop/testing';
import { routesOf, type ApiDescription, type Route } from '../described-requests.fixtures.js';

// Whoever sends a reason, a date or an amount believes that it was heard. A route that reads no body says so.
const api = await testApp({ books: 'once' });
const head = api.as('head');
await head.sitAt(api.org.renminTillId);
const description = (await head.get('/api/v1/openapi.json')).body as ApiDescription;
const changing = routesOf(description).filter(({ method }) => method !== 'GET');

/** Addresses are not looked up before the body was refused: any id will do. */
const ask = ({ method, path }: Route, body: unknown) =>
  head.call(method, path.replace(/\{key\}/, randomUUID()).replace(/\{\w+\}/g, '1'), body, {
    key: randomUUID(),
  });

describe('a route that declares no body', () => {
  const bodiless = changing.filter(({ operation }) => !operation.requestBody);

  it('is one of many', () => expect(bodiless.length).toBeGreaterThan(15));

  it.each(bodiless.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s refuses one with content',
    async (_name, route) => {
      const refused = await ask(route, { reason: 'twice', amountCents: 1 });
      expect(refused).toMatchObject({
        status: 422,
        body: {
          code: 'request.invalid',
          errors: [
            { field: 'reason', code: 'field.whitelist_validation' },
            { field: 'amountCents', code: 'field.whitelist_validation' },
          ],
        },
      });
      expect(route.operation.responses['422']?.description).toContain('request.invalid');
      expect(await ask(route, [{ reason: 'twice' }])).toMatchObject({
        status: 400,
        body: { code: 'request.malformed' },
      });
    },
  );

  it('takes an empty one for none', async () => {
    expect(await head.post('/api/v1/books/verifications', {})).toMatchObject({ status: 201 });
  });
});
