import { randomUUID } from 'node:crypto';
import { testApp, type TestAnswer } from '#workshop/testing';
import { BODIES, HEADERS, json, QUERIES } from './bad-requests.fixtures.js';

const api = await testApp({ books: 'once' });
const cashier = api.as('cashier');
const head = api.as('head');
const anybody = api.browser();

/** Whatever was sent: a refusal as problem details with a code, and never the server's fault. */
function expectRefused(answer: TestAnswer, ...statuses: number[]): void {
  expect({ status: answer.status, body: answer.text }).toMatchObject({
    status: expect.any(Number),
  });
  expect(statuses).toContain(answer.status);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.body).toMatchObject({
    code: expect.stringMatching(/^[a-z]+\.[a-z_]+$/),
    status: answer.status,
    traceId: expect.any(String),
  });
}

describe('bodies', () => {
  it.each(BODIES)('%s', async (_name, payload, headers) => {
    expectRefused(
      await anybody.post('/api/v1/session', payload, { headers, remoteAddress: '10.1.1.1' }),
      400,
      401,
      415,
      422,
    );
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
    'with %s, which every object has, at any depth',
    async (name) => {
      for (const value of ['1', 'null', '{}', '{"prototype":1}', '[]', `{"${name}":1}`]) {
        const field = `"${name}":${value}`;
        for (const body of [
          `{${field}}`,
          `{"login":"a","password":"b",${field}}`,
          `{"login":{${field}},"password":"b"}`,
          `{"login":[{${field}}],"password":"b"}`,
          `[{${field}}]`,
        ]) {
          expectRefused(await anybody.post('/api/v1/session', body, { headers: json }), 400, 422);
          expectRefused(
            await head.put('/api/v1/settings/receipt.footer', body, { headers: json }),
            400,
            422,
          );
        }
      }
    },
  );

  it('that name something that is not there say so at the field', async () => {
    const [store, level] = [{ storeId: 987_654 }, { levelId: 987_654 }];
    const product = { productId: 987_654, qtyMilli: 1_000, valueCents: 100 };
    const key = () => ({ key: randomUUID() });
    expectRefused(
      await head.post('/api/v1/stock/openings', { ...store, lines: [product] }, key()),
      403,
      422,
    );
    expectRefused(
      await head.post(
        '/api/v1/stock/openings',
        { storeId: api.org.renminId, lines: [product] },
        key(),
      ),
      422,
    );
    expectRefused(
      await head.post('/api/v1/members', { name: '王', ...level, card: {} }, key()),
      404,
      409,
      422,
    );
    const unknown = { tenders: [{ tender: 'cash', amountCents: 1 }], dueCents: 1 };
    const line = { productId: 987_654, qtyMilli: 1_000, unitPriceCents: 1 };
    expectRefused(
      await cashier.post('/api/v1/sales', { ...unknown, lines: [line] }, key()),
      404,
      409,
      422,
    );
  });

  it('refuses more than a mebibyte', async () => {
    expectRefused(
      await anybody.post('/api/v1/session', { login: 'x'.repeat(1_100_000), password: 'x' }),
      413,
    );
  });

  it('takes strange passwords for wrong ones', async () => {
    for (const password of ['\u0000', '\ud800', '💥'.repeat(50), ' ', '\u202e']) {
      expectRefused(
        await anybody.post(
          '/api/v1/session',
          { login: 'nobody', password },
          { remoteAddress: `10.2.0.${password.length}` },
        ),
        401,
      );
    }
  });

  it.each([1e308, -1, 1.5, 9_007_199_254_740_993, '1e3', '0x10', null, true, [1], { a: 1 }, 'NaN'])(
    'a till numbered %p',
    async (tillId) => {
      expectRefused(await cashier.put('/api/v1/session/till', { tillId }), 403, 422);
    },
  );

  it.each([null, {}, [], 1e400, -1, 1.5, 'x'.repeat(100), '\u0000', Number.MAX_SAFE_INTEGER])(
    'a setting of %p',
    async (value) => {
      expectRefused(
        await head.put('/api/v1/settings/wallet.pin_limit_cents', { value, version: 0 }),
        422,
      );
      expectRefused(
        await head.put('/api/v1/settings/receipt.footer', {
          value: value === 'x'.repeat(100) ? 'x'.repeat(201) : value,
          version: 0,
        }),
        422,
      );
    },
  );
});

describe('queries', () => {
  it.each(QUERIES)('%s', async (query) => {
    const answer = await head.get(`/api/v1/staff?${query}`);
    expect({ query, status: answer.status }).not.toMatchObject({ status: 500 });
    if (answer.status !== 200) expectRefused(answer, 400, 414, 422);
  });

  it.each(["q=%25_%5C'", 'q=%F0%9F%92%A5', 'q=%E0%A4%A', 'storeId=999999999999999'])(
    'finds nobody by %s',
    async (query) => {
      const answer = await head.get(`/api/v1/staff?${query}`);
      expect([200, 403, 422]).toContain(answer.status);
    },
  );

  it.each([
    'from=2026-02-30',
    'from=0000-00-00',
    'from=999999-01-01',
    'to=now',
    'from=0000-01-01',
    'to=9999-12-31',
    'subjectId=%00',
  ])('audit of %s', async (query) => {
    expectRefused(await head.get(`/api/v1/audit?${query}`), 422);
  });

  it.each(['from=1900-01-01', 'to=2999-12-31', 'from='])(
    'audit of the far day %s',
    async (query) => {
      const answer = await head.get(`/api/v1/audit?${query}`);
      expect([200, 400, 422]).toContain(answer.status);
    },
  );
});

describe('headers', () => {
  it.each(HEADERS)('%s: %s', async (name, value) => {
    const answer = await anybody.get('/api/v1/session', { headers: { [name]: value } });
    expectRefused(answer, 401);
  });

  it.each(['not-a-uuid', '', 'x'.repeat(1000), '00000000-0000-0000-0000-00000000000g'])(
    'an idempotency key of %p',
    async (key) => {
      const answer = await head.post(
        '/api/v1/stock/openings',
        {},
        { headers: { 'idempotency-key': key } },
      );
      expectRefused(answer, 400, 422);
    },
  );
});

describe('paths', () => {
  it.each([
    '/api/v1/nothing',
    '/api/v2/session',
    '/api',
    '/api/',
    '/api/v1',
    '/api/v1/session/%E0%A4%A',
    '/api/v1/settings/%00',
    '/api/v1/settings/__proto__',
    '/api/v1/settings/constructor',
    `/api/v1/settings/${'x'.repeat(500)}`,
    '/api/v1//session',
    '/api/v1/settings/a%2Fb',
  ])('GET and PUT %s', async (path) => {
    for (const answer of [await head.get(path), await head.put(path, { value: 1, version: 0 })]) {
      expectRefused(answer, 400, 404, 405, 414, 422);
    }
  });

  it.each([
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/api/v1/%2e%2e/%2e%2e/etc/passwd',
    '/assets/..%2f..%2fpackage.json',
    '/%',
    '/%00',
    '/desk/%E0%A4%A',
    '/index.html/',
    '/package.json',
  ])('gives no file outside the web app for %s', async (path) => {
    const answer = await anybody.get(path);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toContain('root:');
    expect(answer.text).not.toContain('"private"');
  });

  it.each(['TRACE', 'OPTIONS', 'PATCH', 'DELETE', 'HEAD'] as const)(
    '%s where there is no such route',
    async (method) => {
      const answer = await head.call(method, '/api/v1/stores');
      expect(answer.status).toBeGreaterThanOrEqual(method === 'HEAD' ? 200 : 400);
      expect(answer.status).toBeLessThan(500);
    },
  );
});
