import { connect, type AddressInfo } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { Env } from '#kernel';
import { testApp } from '#workshop/testing';
import { httpAdapter } from './http-server.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';

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
  expect(text).toContain('shuke_outbox_rows{state="waiting"} 0');
});

it('gives metrics to this machine only, or to whoever has the token', async () => {
  expect((await anybody.get('/metrics', { remoteAddress: '10.0.0.1' })).status).toBe(404);
  const forwarded = await anybody.get('/metrics', { headers: { 'x-forwarded-for': '10.0.0.1' } });
  expect(forwarded.status).toBe(404);
  const env = new Env({ DATABASE_URL: 'postgres://x/x', METRICS_TOKEN: 'a-token-of-length' });
  const controller = new MetricsController(env, api.app.get(Metrics));
  const asked = (authorization?: string) =>
    controller.read({
      headers: authorization ? { authorization } : {},
      socket: { remoteAddress: '127.0.0.1' },
    } as FastifyRequest);
  await expect(asked()).rejects.toMatchObject({ code: 'request.not_found' });
  await expect(asked('Bearer a-token-of-lengt')).rejects.toMatchObject({ status: 404 });
  expect(await asked('Bearer a-token-of-length')).toContain('shuke_');
  expect(() => new Env({ DATABASE_URL: 'postgres://x/x', METRICS_TOKEN: 'short' })).toThrow(
    /METRICS_TOKEN/,
  );
});

it.each([
  ['text/plain', '{}'],
  ['application/x-www-form-urlencoded', 'login=a&password=b'],
  ['multipart/form-data; boundary=x', 'x'],
  ['image/png', 'x'],
  ['application/octet-stream', 'x'],
  ['text/json', '{}'],
])('takes no body of %s where JSON is meant', async (type, payload) => {
  const answer = await anybody.post('/api/v1/session', payload, {
    headers: { 'content-type': type },
  });
  expect(answer).toMatchObject({ status: 415, body: { code: 'request.unsupported_media' } });
});

it('closes a connection whose request comes in drops', async () => {
  const env = new Env({ DATABASE_URL: 'postgres://x/x' });
  const server = httpAdapter(env, { requestMs: 300, lookMs: 100 }).getInstance();
  server.post('/slow', async () => 'done');
  await server.listen({ port: 0, host: '127.0.0.1' });
  try {
    const { port } = server.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    const closed = new Promise<string>((resolve) => {
      let heard = '';
      socket.on('data', (chunk) => (heard += chunk.toString()));
      socket.on('close', () => resolve(heard));
    });
    socket.write(
      'POST /slow HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    );
    expect(await closed).toMatch(/^HTTP\/1\.1 408/);
  } finally {
    await server.close();
  }
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
