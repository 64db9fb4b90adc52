import pg from 'pg';
import { testApp } from '#workshop/testing';
import { ACTS, send } from './act-samples.fixtures.js';
import { TRACES } from './act-traces.fixtures.js';
import { twoPlaces } from './place.fixtures.js';
import { routesOf } from './routes-of.fixtures.js';

// Every command of the application: what it leaves behind, and that it leaves nothing when it is cut off.
const api = await testApp({ books: 'once' });
const { here } = await twoPlaces(api);
const { db } = api;
const commands = routesOf(api)
  .filter((route) => route.isCommand)
  .map(({ name }) => name);

it('knows a request and the traces of every command', () => {
  expect(Object.keys(ACTS).sort()).toEqual([...commands].sort());
  expect(Object.keys(TRACES).sort()).toEqual([...commands].sort());
});

/** A person's last sign of life and what was guessed are no part of an act. */
const APART = ['session', 'lookup_miss', 'migration'];

/** What is in every table, told shortly. */
async function everything(): Promise<Record<string, string>> {
  const tables = await db.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_schema IN ('public', 'ledger') AND table_type = 'BASE TABLE' AND NOT table_name = ANY ($1) ORDER BY 1`,
    [APART],
  );
  const each = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '' ORDER BY t::text)), '') AS told FROM ${name} t`,
  );
  const told = await db.query<{ name: string; told: string }>(each.join(' UNION ALL '));
  return Object.fromEntries(told.map((row) => [row.name, row.told]));
}

const lastId = async (table: 'audit_record' | 'outbox'): Promise<number> =>
  (await db.one<{ id: number }>(`SELECT coalesce(max(id), 0) AS id FROM ${table}`)).id;

interface Written {
  action: string;
  before: object | null;
  after: object | null;
  staffId: number;
}

const shown = ({ action, before, after }: Written): string =>
  [action, before && 'before', after && 'after'].filter(Boolean).join(' ');

describe.each(Object.entries(ACTS))('%s', (name, act) => {
  const method = act.method ?? 'POST';

  it('leaves its audit row with before and after, and its messages to be sent', async () => {
    const sample = await act.ask(here);
    const [audit, outbox] = [await lastId('audit_record'), await lastId('outbox')];
    const answer = await send(here[act.by], method, sample);
    expect({ status: answer.status < 300, text: answer.text }).toMatchObject({ status: true });
    const rows = await db.query<Written>(
      'SELECT action, before, after, staff_id AS "staffId" FROM audit_record WHERE id > $1 ORDER BY id',
      [audit],
    );
    const topics = await db.query<{ topic: string }>(
      'SELECT topic FROM outbox WHERE id > $1 ORDER BY topic',
      [outbox],
    );
    const traces = TRACES[name];
    expect({ audit: rows.map(shown), outbox: topics.map(({ topic }) => topic) }).toEqual({
      audit: traces?.audit ?? [],
      outbox: traces?.outbox ?? [],
    });
    if (!rows.length) expect(traces?.because).toBeDefined();
    expect(new Set(rows.map(({ staffId }) => staffId)).size).toBeLessThanOrEqual(1);
  });

  it('leaves nothing when it is cut off before its end', async () => {
    const sample = await act.ask(here);
    // A session that has just been used does not write its last sign of life in between.
    await here[act.by].get('/api/v1/session');
    const before = await everything();
    await cutCommands(true);
    const cut = await send(here[act.by], method, sample).finally(() => cutCommands(false));
    expect(cut.status).toBe(500);
    expect(await everything()).toEqual(before);
    const again = await send(here[act.by], method, sample);
    expect({ status: again.status < 300, text: again.text }).toMatchObject({ status: true });
  });
});

await asOwner(
  `CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'cut off'; END $$`,
);

/** The last statement of every command fails, as when the server dies there. */
function cutCommands(on: boolean): Promise<unknown> {
  return asOwner(
    on
      ? 'CREATE TRIGGER cut_off BEFORE INSERT ON command FOR EACH ROW EXECUTE FUNCTION cut_off()'
      : 'DROP TRIGGER cut_off ON command',
  );
}

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: api.database.ownerUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
