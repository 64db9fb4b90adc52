import { testDatabase } from '#workshop/testing';
import { rowsText } from './row-text.js';

const { db } = await testDatabase();

const COLUMNS = ['line_no', 'tender', 'amount_cents', 'given_cents'];
const read = (text: string | null) =>
  db.query('SELECT * FROM unnest($1::new_sale_tender[]) AS t', [text]);

it.each([
  'cash',
  '',
  ' ',
  'a,b',
  '(x)',
  '{x}',
  '"quoted"',
  'back\\slash',
  '\\"',
  'null',
  "it's",
  '老客 💥',
  'two\nlines',
])('text comes through as it is: %j', async (tender) => {
  const row = { line_no: 1, tender, amount_cents: -5, given_cents: 9_007_199_254_740_991 };
  expect(await read(rowsText(COLUMNS, [row, { ...row, line_no: 2 }]))).toEqual([
    row,
    { ...row, line_no: 2 },
  ]);
});

it('what is missing is NULL', async () => {
  expect(await read(rowsText(COLUMNS, [{ line_no: 3, tender: null }]))).toEqual([
    { line_no: 3, tender: null, amount_cents: null, given_cents: null },
  ]);
});

it('no rows are no array', () => {
  expect([rowsText(COLUMNS, []), rowsText(COLUMNS, undefined)]).toEqual([null, null]);
});
