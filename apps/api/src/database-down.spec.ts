import pg from 'pg';
import { testApp } from '#workshop/testing';

const api = await testApp({ books: 'damaged' });

async function asSuperuser(statement: string): Promise<void> {
  const url = new URL(api.database.superuserUrl);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** As seen from here: nobody gets in, and who was in is thrown out. */
async function setReachable(reachable: boolean): Promise<void> {
  await asSuperuser(`ALTER DATABASE "${api.database.name}" WITH ALLOW_CONNECTIONS ${reachable}`);
  if (reachable) return;
  await asSuperuser(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${api.database.name}'`,
  );
}

it('answers 503 while the database is away, and works again by itself afterwards', async () => {
  const cashier = api.as('cashier');
  expect((await cashier.get('/api/v1/session')).status).toBe(200);
  await setReachable(false);
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const { status, body } = await cashier.get('/api/v1/session');
      expect({ status, code: body.code }).toEqual({ status: 503, code: 'server.unavailable' });
    }
    expect(await cashier.get('/health/ready')).toMatchObject({
      status: 503,
      body: { database: 'unreachable' },
    });
    expect((await cashier.get('/health/live')).status).toBe(200);
    expect((await cashier.get('/metrics')).text).toContain('shuke_outbox_rows{state="waiting"} -1');
  } finally {
    await setReachable(true);
  }
  expect((await cashier.get('/api/v1/session')).status).toBe(200);
  expect((await cashier.get('/health/ready')).status).toBe(200);
});
