import { testApp } from '#workshop/testing';
import pg from 'pg';
import { lastRelease, type ReleasedStatement, type SampleParameter } from './release-file.js';

// During an update processes of the release before still run beside the new schema: what they ask must be answered.
const api = await testApp({ books: 'once' });
const release = await lastRelease();

/** The sample's rows are not there: a row that is missing, taken or changed since, and a rule that says no, are answers. */
const ANSWERS = /^(23|P0|40001)/;

const valueOf = (parameter: SampleParameter) =>
  parameter !== null && typeof parameter === 'object'
    ? Buffer.from(parameter.base64, 'base64')
    : parameter;

async function refusedOf(statements: readonly ReleasedStatement[]): Promise<string[]> {
  const refused: string[] = [];
  const client = new pg.Client({ connectionString: api.database.url });
  await client.connect();
  for (const { text, parameters } of statements) {
    await client.query('BEGIN');
    try {
      await client.query({ text, values: parameters.map(valueOf) });
    } catch (error) {
      const { code = '', message } = error as pg.DatabaseError;
      if (!ANSWERS.test(code)) refused.push(`${code} ${message}: ${text.trim().slice(0, 200)}`);
    } finally {
      await client.query('ROLLBACK');
    }
  }
  await client.end();
  return refused;
}

it('answers every statement of the last release', async () => {
  const { statements = [], migrations = [] } = release ?? {};
  expect(statements.length).toBeGreaterThan(300);
  expect(await refusedOf(statements)).toEqual([]);
  const steps = await api.db.query<{ name: string }>('SELECT name FROM migration');
  expect(steps.map(({ name }) => name)).toEqual(expect.arrayContaining(migrations));
});

it.each<[string, ReleasedStatement]>([
  ['a column that is gone', { text: 'SELECT gone FROM sale', parameters: [] }],
  [
    'a row type with fewer fields',
    { text: 'SELECT $1::new_sale_component[]', parameters: ['{"(1,cash)"}'] },
  ],
  ['a table that may not be written', { text: 'DELETE FROM ledger.entry', parameters: [] }],
])('notices %s', async (_name, statement) => {
  expect(await refusedOf([statement])).toHaveLength(1);
});
