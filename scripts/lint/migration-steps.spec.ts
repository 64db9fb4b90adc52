import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { lastRelease } from '../../apps/api/src/releases/release-file.js';
import { problemsOf } from './migration-steps.mjs';

const FOLDER = path.join(import.meta.dirname, '../../migrations');
const { migrations = [] } = (await lastRelease()) ?? {};
const fresh = (await readdir(FOLDER)).filter((name) => !migrations.includes(name));

it('lets every step since the last release run beside its processes', async () => {
  const problems = await Promise.all(
    fresh.map(async (name) =>
      problemsOf(await readFile(path.join(FOLDER, name), 'utf8')).map(
        (problem) => `${name}: ${problem}`,
      ),
    ),
  );
  expect(problems.flat()).toEqual([]);
});

it.each([
  ['an index on a table that was there', 'CREATE INDEX sale_x ON sale (x);'],
  [
    'one that is built concurrently beside something else',
    'CREATE INDEX CONCURRENTLY a ON sale (x);\nSELECT 1;',
  ],
  ['a column that goes', 'ALTER TABLE sale DROP COLUMN note;'],
  ['a column with another name', 'ALTER TABLE sale RENAME COLUMN note TO remark;'],
  ['a row type with one more field', 'ALTER TYPE new_sale ADD ATTRIBUTE x int;'],
])('refuses %s', (_name, text) => {
  expect(problemsOf(text)).toHaveLength(1);
});

it.each([
  [
    'a new table with its indexes',
    'CREATE TABLE pass (id int);\nCREATE INDEX pass_id ON pass (id);',
  ],
  [
    'an index that is built concurrently',
    '-- For the list.\nCREATE INDEX CONCURRENTLY sale_x ON sale (x);\n',
  ],
  [
    'what nothing uses any more',
    '-- contracts: sale.note is unused since 0.1.0\nALTER TABLE sale DROP COLUMN note;',
  ],
  ['a column more', 'ALTER TABLE sale ADD COLUMN x int;'],
])('lets %s be', (_name, text) => {
  expect(problemsOf(text)).toEqual([]);
});
