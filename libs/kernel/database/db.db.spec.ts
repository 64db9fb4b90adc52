import { testDatabase } from '#workshop/testing';

const { db } = await testDatabase();
const topics = async () =>
  (await db.query<{ topic: string }>('SELECT topic FROM outbox ORDER BY id')).map(
    ({ topic }) => topic,
  );
const add = "INSERT INTO outbox (topic, payload) VALUES ($1, '{}') RETURNING topic";

describe('a transaction that commits with its last statement', () => {
  beforeEach(() => db.query('DELETE FROM outbox'));

  it('keeps everything and gives back what the statement answered', async () => {
    const answer = await db.write(async (tx) => {
      await tx.query(add, ['first']);
      return tx.commitWith(() => tx.one<{ topic: string }>(add, ['last']));
    });
    expect(answer).toEqual({ topic: 'last' });
    expect(await topics()).toEqual(['first', 'last']);
  });

  it('keeps nothing where the statement fails, and tells why', async () => {
    const lost = db.write(async (tx) => {
      await tx.query(add, ['first']);
      return tx.commitWith(() => tx.query(add, [null]));
    });
    await expect(lost).rejects.toMatchObject({ code: '23502', column: 'topic' });
    expect(await topics()).toEqual([]);
    // The connection is as good as before.
    await Promise.all(Array.from({ length: 30 }, () => db.write((tx) => tx.query(add, ['later']))));
    expect(await topics()).toHaveLength(30);
  });

  it('runs again as a whole after a serialization failure', async () => {
    let attempts = 0;
    await db.write(async (tx) => {
      attempts += 1;
      await tx.query(add, [`attempt ${attempts}`]);
      const text =
        attempts < 3
          ? "DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$"
          : 'SELECT 1';
      return tx.commitWith(() => tx.query(text));
    });
    expect(await topics()).toEqual(['attempt 3']);
  });
});

describe('a transaction in which an error was swallowed', () => {
  it('is not taken for done', async () => {
    const silent = db.write(async (tx) => {
      await tx.query(add, ['lost']);
      await tx.query('SELECT 1 / 0').catch(() => undefined);
      return 'done';
    });
    await expect(silent).rejects.toThrow('rolled back');
    expect(await topics()).not.toContain('lost');
  });
});
