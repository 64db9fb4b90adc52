import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '#workshop/testing';
import pg from 'pg';
import { migrate } from './migrate.js';

const { ownerUrl } = await testDatabase({ books: 'once' });
const folder = await mkdtemp(join(tmpdir(), 'shuke-steps-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const step = (name: string, text: string) => writeFile(join(folder, name), text);
const INDEX = 'CREATE UNIQUE INDEX CONCURRENTLY tried_number_key ON tried (number);';

async function ask<T extends object>(text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}
const isValid = () =>
  ask<{ indisvalid: boolean }>(
    `SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('tried_number_key')`,
  );

it('applies a step once, whoever runs at the same time', async () => {
  await step(
    '9001-tried.sql',
    'CREATE TABLE tried (number int); INSERT INTO tried VALUES (1), (1);',
  );
  const applied = await Promise.all([migrate(ownerUrl, folder), migrate(ownerUrl, folder)]);
  expect(applied.flat()).toEqual(['9001-tried.sql']);
});

it('builds an index beside the work, and again where it was broken off, with two runners', async () => {
  await step('9002-tried-number.sql', INDEX);
  await expect(migrate(ownerUrl, folder)).rejects.toThrow('migration 9002-tried-number.sql failed');
  expect(await isValid()).toEqual([{ indisvalid: false }]);
  await ask('DELETE FROM tried WHERE ctid = (SELECT min(ctid) FROM tried)');
  const applied = await Promise.all([migrate(ownerUrl, folder), migrate(ownerUrl, folder)]);
  expect(applied.flat()).toEqual(['9002-tried-number.sql']);
  expect(await isValid()).toEqual([{ indisvalid: true }]);
});

it('leaves nothing of a step that failed', async () => {
  await step('9003-wrong.sql', 'CREATE TABLE half (id int); SELECT nothing;');
  await expect(migrate(ownerUrl, folder)).rejects.toThrow('column "nothing" does not exist');
  expect(await ask(`SELECT to_regclass('half') AS half`)).toEqual([{ half: null }]);
  await rm(join(folder, '9003-wrong.sql'));
});

it('refuses a step that was changed after it was applied', async () => {
  await step('9001-tried.sql', 'CREATE TABLE tried (number bigint);');
  await expect(migrate(ownerUrl, folder)).rejects.toThrow('has been changed since');
});
