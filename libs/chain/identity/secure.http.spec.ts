import { hashPassword } from './passwords.js';
import { testApp } from '#workshop/testing';

const api = await testApp({
  env: { PUBLIC_URL: 'https://shuke.example', NODE_ENV: 'production', HOST: '127.0.0.1' },
});
const browser = api.browser();
const headers = { origin: 'https://shuke.example' };

describe('behind https', () => {
  it('gives a __Host- cookie and tells browsers to stay on https', async () => {
    const answer = await browser.post(
      '/api/v1/session',
      { login: 'cashier', password: 'shuke-test' },
      { headers },
    );
    expect(answer.status).toBe(201);
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-shuke=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict,__Host-shuke-device=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(answer.headers['strict-transport-security']).toContain('max-age=');
    const page = await browser.get('/docs', { headers });
    expect(page.headers['content-security-policy']).toContain('upgrade-insecure-requests');
    expect((await browser.get('/api/v1/session')).status).toBe(200);
  });

  it('does not know the cookie of plain http', async () => {
    const plain = api.browser();
    const { body } = await plain.get('/api/v1/session', {
      headers: { cookie: `shuke_session=${'a'.repeat(43)}` },
    });
    expect(body.code).toBe('session.none');
  });
});

it('refuses the password of the demo in production', async () => {
  await api.db.query('UPDATE staff SET password_hash = $1 WHERE login = $2', [
    await hashPassword('shuke-demo'),
    'manager',
  ]);
  const answer = await browser.post(
    '/api/v1/session',
    { login: 'manager', password: 'shuke-demo' },
    { headers },
  );
  expect({ status: answer.status, code: answer.body.code }).toEqual({
    status: 401,
    code: 'session.wrong_credentials',
  });
});
