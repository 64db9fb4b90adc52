import { testDatabase } from './database.js';

const database = await testDatabase();

describe('a test database', () => {
  it('is migrated and empty', async () => {
    const rows = await database.db.query<{ name: string }>(
      'SELECT name FROM migration ORDER BY name',
    );
    expect(rows.map((row) => row.name)).toContain('0001-kernel.sql');
    expect(await database.db.query('SELECT id FROM outbox')).toEqual([]);
  });

  it('is entered as the application, which owns nothing', async () => {
    const { owner } = await database.db.one<{ owner: boolean }>(
      `SELECT bool_or(tableowner = current_user) AS owner FROM pg_tables WHERE schemaname = 'public'`,
    );
    expect(owner).toBe(false);
    await expect(database.db.query('CREATE TABLE mine ()')).rejects.toThrow(/permission denied/);
  });
});
