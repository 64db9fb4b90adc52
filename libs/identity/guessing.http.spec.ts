import { FixedClock } from '#kernel';
import { testApp, type TestBrowser } from '#testing';
import { FIXTURE_PASSWORD, aStaffMember } from './identity.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T02:00:00Z'));
const api = await testApp({ clock });
const { org, db } = api;
const later = (minutes: number) => clock.set(new Date(clock.now().getTime() + minutes * 60_000));
const signIn = (
  browser: TestBrowser,
  login: string,
  password: string = FIXTURE_PASSWORD,
  remoteAddress?: string,
) => browser.post('/api/v1/session', { login, password }, { remoteAddress });
const someone = (login: string) =>
  db.write((tx) =>
    aStaffMember(tx, { login, homeStoreId: org.renminId, roleIds: [org.roleIds.cashier] }),
  );

describe('guessing', () => {
  it('is slowed after five failures of one account, from wherever, also for the right password', async () => {
    await someone('guessed');
    for (let i = 1; i <= 5; i += 1) {
      expect((await signIn(api.browser(), 'guessed', 'wrong', `10.1.0.${i}`)).status).toBe(401);
    }
    const refused = await signIn(api.browser(), 'guessed', FIXTURE_PASSWORD, '10.1.0.6');
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({
      code: 'session.too_many_attempts',
      params: { retryAfterSeconds: 30 },
    });
    expect(refused.headers['retry-after']).toBe('30');
    later(1);
    expect((await signIn(api.browser(), 'guessed', FIXTURE_PASSWORD, '10.1.0.6')).status).toBe(201);
    expect((await signIn(api.browser(), 'guessed', 'wrong', '10.1.0.7')).status).toBe(401);
  });

  it('is slowed after five failures from one address, whatever the accounts', async () => {
    for (let i = 1; i <= 5; i += 1)
      await signIn(api.browser(), `invented${i}`, 'wrong', '10.2.0.1');
    expect((await signIn(api.browser(), 'head', FIXTURE_PASSWORD, '10.2.0.1')).status).toBe(429);
    expect((await signIn(api.browser(), 'head', FIXTURE_PASSWORD, '10.2.0.2')).status).toBe(201);
  });

  it('does not get further by asking thirty times at once', async () => {
    await someone('rushed');
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => signIn(api.browser(), 'rushed', 'wrong', '10.3.0.1')),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(25);
  });
});
