import { FixedClock } from '#kernel';
import { testApp, type TestBrowser } from '#workshop/testing';
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

const statusesOf = (answers: { status: number }[]) => answers.map(({ status }) => status);

describe('guessing', () => {
  it('is told to wait after five failures of one account at one address; the right password still opens', async () => {
    await someone('guessed');
    for (let i = 1; i <= 5; i += 1)
      expect((await signIn(api.browser(), 'guessed', 'wrong', '10.1.0.1')).status).toBe(401);
    const refused = await signIn(api.browser(), 'guessed', 'wrong', '10.1.0.1');
    expect(refused).toMatchObject({ status: 429, body: { code: 'session.too_many_attempts' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn(api.browser(), 'guessed', 'wrong', '10.1.0.2')).status).toBe(401);
    expect((await signIn(api.browser(), 'guessed', FIXTURE_PASSWORD, '10.1.0.1')).status).toBe(201);
    expect((await signIn(api.browser(), 'guessed', 'wrong', '10.1.0.1')).status).toBe(401);
  });

  it('of fifty invented names locks nobody else out of the shop', async () => {
    for (let i = 1; i <= 50; i += 1)
      await signIn(api.browser(), `invented${i}`, 'wrong', '10.2.0.1');
    expect((await signIn(api.browser(), 'head', FIXTURE_PASSWORD, '10.2.0.1')).status).toBe(201);
  });

  it('does not get further by asking thirty times at once', async () => {
    await someone('rushed');
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => signIn(api.browser(), 'rushed', 'wrong', '10.3.0.1')),
    );
    const statuses = statusesOf(answers);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(25);
  });

  it('at full speed from the same address holds up no good sign-in, of that account or another', async () => {
    let attacking = true;
    let attacks = 0;
    const attack = async (login: () => string) => {
      while (attacking) {
        await signIn(api.browser(), login(), `wrong${attacks}`, '10.4.0.1');
        attacks += 1;
      }
    };
    const attackers = [
      ...Array.from({ length: 3 }, () => attack(() => 'manager')),
      ...Array.from({ length: 3 }, () => attack(() => `invented${attacks}`)),
    ];
    const good: number[] = [];
    try {
      for (let i = 0; i < 4; i += 1)
        for (const login of ['manager', 'cashier'])
          good.push((await signIn(api.browser(), login, FIXTURE_PASSWORD, '10.4.0.1')).status);
    } finally {
      attacking = false;
      await Promise.all(attackers);
    }
    expect(attacks).toBeGreaterThan(10);
    expect(good).toEqual(good.map(() => 201));
  }, 300_000);

  describe('that goes on and on', () => {
    const attacked = async (login: string, address: string) => {
      await someone(login);
      const known = api.browser();
      expect((await signIn(known, login, FIXTURE_PASSWORD, '10.5.0.1')).status).toBe(201);
      await known.delete('/api/v1/session');
      await db.query(
        'INSERT INTO login_attempt (login, address, at) SELECT $1, $2, $3 FROM generate_series(1, 300)',
        [login, address, clock.now()],
      );
      return known;
    };

    it('is heard no more for a while where it comes from; elsewhere the account opens', async () => {
      await attacked('besieged', '10.5.0.1');
      const refused = await signIn(api.browser(), 'besieged', FIXTURE_PASSWORD, '10.5.0.1');
      expect(refused).toMatchObject({
        status: 429,
        body: { code: 'session.too_many_attempts', params: { retryAfterSeconds: 30 } },
      });
      expect((await signIn(api.browser(), 'besieged', FIXTURE_PASSWORD, '10.5.0.2')).status).toBe(
        201,
      );
      later(1);
      expect((await signIn(api.browser(), 'besieged', FIXTURE_PASSWORD, '10.5.0.1')).status).toBe(
        201,
      );
    });

    it('does not concern the browser that the person uses every day', async () => {
      const known = await attacked('regular', '10.5.0.1');
      expect((await signIn(known, 'regular', FIXTURE_PASSWORD, '10.5.0.1')).status).toBe(201);
      // It is known for that person, not for everybody.
      await db.query(
        'INSERT INTO login_attempt (login, address, at) SELECT $1, $2, $3 FROM generate_series(1, 300)',
        ['cashier', '10.5.0.1', clock.now()],
      );
      expect((await signIn(known, 'cashier', FIXTURE_PASSWORD, '10.5.0.1')).status).toBe(429);
    });
  });

  it('in a browser that is known counts there, and nowhere else', async () => {
    await someone('forgetful');
    const known = api.browser();
    expect((await signIn(known, 'forgetful', FIXTURE_PASSWORD, '10.6.0.1')).status).toBe(201);
    await known.delete('/api/v1/session');
    const statuses: number[] = [];
    for (let i = 0; i < 6; i += 1)
      statuses.push((await signIn(known, 'forgetful', 'wrong', '10.6.0.1')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await signIn(api.browser(), 'forgetful', 'wrong', '10.6.0.1')).status).toBe(401);
    expect((await signIn(known, 'forgetful', FIXTURE_PASSWORD, '10.6.0.1')).status).toBe(201);
  });
});
