import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { ACTS, send } from './act-samples.fixtures.js';
import { twoPlaces, type Place } from './place.fixtures.js';

// Source: golden G28. At RM the day ends at 5 in the morning, at BJ at midnight; both are 8 hours ahead of UTC.
const clock = new FixedClock(new Date('2026-11-22T10:00:00Z'));
const api = await testApp({ clock, books: 'once' });
const { db } = api;
const places = await twoPlaces(api);

const MOMENTS = [
  ['after local midnight at BJ', '2026-11-22T16:00:00Z', 'there', '2026-11-23'],
  ['a second before the cut-over at RM', '2026-11-22T20:59:59Z', 'here', '2026-11-22'],
  ['at the cut-over at RM', '2026-11-22T21:00:00Z', 'here', '2026-11-23'],
] as const;

const tables = await db.query<{ name: string }>(
  `SELECT format('%I.%I', c.table_schema, c.table_name) AS name
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.column_name = 'business_date' AND t.table_type = 'BASE TABLE' AND c.table_schema IN ('public', 'ledger')`,
);

/** How many rows of each table stand under each business day. */
async function dated(): Promise<Map<string, number>> {
  const rows = await db.query<{ key: string; rows: number }>(
    tables
      .map(
        ({ name }) =>
          `SELECT '${name} ' || business_date AS key, count(*)::int AS rows FROM ${name} WHERE business_date IS NOT NULL GROUP BY 1`,
      )
      .join(' UNION ALL '),
  );
  return new Map(rows.map((row) => [row.key, row.rows]));
}

async function daysOf(name: string, place: Place): Promise<string[]> {
  const act = ACTS[name];
  if (!act) throw new Error(name);
  const sample = await act.ask(place);
  const before = await dated();
  const answer = await send(place[act.by], act.method ?? 'POST', sample);
  if (answer.status >= 300) throw new Error(`${name}: ${answer.status} ${answer.text}`);
  const added = [...(await dated())].filter(([key, rows]) => rows > (before.get(key) ?? 0));
  return added.map(([key]) => key.split(' ')[1] ?? '');
}

/** These always write something that has a day. */
const WITH_MONEY =
  /\/(sales|void|top-ups|reversal|withdrawals|wallet-refunds|\w+-adjustments|merge|openings|closing)$/;

/** What an import signs belongs to the day of the installation, not of a store. */
const OF_NO_STORE = ['POST /imports/:id/commit'];

describe.each(MOMENTS)('%s', (_moment, at, where, day) => {
  const place = places[where];
  beforeAll(async () => {
    clock.set(at);
    [place.desk, place.head] = [api.as(place.logins.desk), api.as(place.logins.head)];
    for (const browser of [place.desk, place.head]) await browser.sitAt(place.tillId);
  });

  it.each(Object.keys(ACTS).filter((name) => !OF_NO_STORE.includes(name)))(
    '%s belongs to the day of its store',
    async (name) => {
      const days = await daysOf(name, place);
      expect(days).toEqual(days.map(() => day));
      if (WITH_MONEY.test(name)) expect(days.length).toBeGreaterThan(0);
    },
  );
});
