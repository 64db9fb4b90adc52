import { testApp } from '#testing';

const api = await testApp({ env: { SHUKE_DEMO: '1' } });
const anybody = api.browser();

it('says that it lives and is ready, and how well the ledger is guarded', async () => {
  expect((await anybody.get('/health/live')).body).toEqual({ status: 'live' });
  expect(await anybody.get('/health/ready')).toMatchObject({
    status: 200,
    body: { status: 'ready', database: 'ok', migrations: 'ok', ledgerGuard: 'ok' },
  });
});

it('tells the logins of a demo', async () => {
  const { body } = await anybody.get('/api/v1/public/info');
  expect(body).toMatchObject({
    demo: true,
    logins: [
      { login: 'cashier', password: 'shuke-demo', role: 'cashier' },
      { login: 'manager', role: 'manager' },
      { login: 'head', role: 'head_office' },
    ],
  });
});

it('gives metrics of requests, connections and the outbox', async () => {
  await anybody.get('/api/v1/session');
  const { text, headers } = await anybody.get('/metrics');
  expect(headers['content-type']).toContain('text/plain');
  expect(text).toMatch(
    /shuke_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/session",status="401"\} 1/,
  );
  expect(text).toContain('shuke_database_connections{state="idle"}');
  expect(text).toContain('shuke_outbox_waiting 0');
});

it('describes itself, with a type for every answer that has a body', async () => {
  const { body } = await anybody.get('/api/v1/openapi.json');
  type Operation = { operationId: string; responses: Record<string, { content?: object }> };
  const operations = Object.values(body.paths as Record<string, Record<string, Operation>>).flatMap(
    (path) => Object.values(path),
  );
  const untyped = operations.filter(({ responses }) => {
    const [status, answer] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
    return !status || (status !== '204' && !answer?.content);
  });
  expect(untyped.map(({ operationId }) => operationId)).toEqual([]);
  expect(operations.length).toBeGreaterThan(40);
});

it('shows the description under the content security policy: no script in the page itself', async () => {
  const { status, text, headers } = await anybody.get('/docs');
  expect(status).toBe(200);
  expect(text).not.toMatch(/<script(?![^>]*src=)/);
  expect(headers['content-security-policy']).toMatch(/script-src 'self';/);
  expect(headers['content-security-policy']).not.toMatch(/unsafe-eval|upgrade-insecure-requests/);
  for (const file of ['swagger-ui-bundle.js', 'swagger-ui.css', 'swagger-ui-init.js']) {
    expect((await anybody.get(`/docs/${file}`)).status).toBe(200);
  }
});

it('names each request, or keeps the name that a proxy gave', async () => {
  const first = await anybody.get('/api/v1/session');
  expect(first.headers['x-request-id']).toBe(first.body.traceId);
  const second = await anybody.get('/api/v1/session', {
    headers: { 'x-request-id': 'proxy-4711' },
  });
  expect(second.body.traceId).toBe('proxy-4711');
});

it('keeps answers of the API out of caches', async () => {
  expect((await anybody.get('/api/v1/public/info')).headers['cache-control']).toBe('no-store');
});
