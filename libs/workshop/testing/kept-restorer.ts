import pg from 'pg';

/** Its schema was changed, it has grown, or it has thrown everybody out: no rows can put that back. */
export class NotRestorable extends Error {}

/** A file that wrote more than this leaves tables that the next one would feel. */
const GROWN_BYTES = 16 * 1_048_576;
/** Smaller tables keep their pages. */
const VACUUMED_BYTES = 128 * 1024;
const LOCK_MS = 5_000;

// Copies stand in temporary tables of the restorer's own connection: nobody else sees them.
const REMEMBER = `
CREATE TEMP TABLE kept_table AS
  SELECT c.oid::regclass AS rel, NULL::text AS copy, c.reltuples, c.relpages,
         (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
           WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema';
CREATE TEMP TABLE kept_sequence AS
  SELECT format('%I.%I', schemaname, sequencename)::regclass AS rel, start_value, last_value FROM pg_sequences;
DO $$
DECLARE t record; has_rows boolean;
BEGIN
  FOR t IN SELECT * FROM pg_temp.kept_table LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', t.rel) INTO has_rows;
    CONTINUE WHEN NOT has_rows;
    EXECUTE format('CREATE TEMP TABLE %I AS TABLE %s', 'kept_' || t.rel::oid, t.rel);
    UPDATE pg_temp.kept_table SET copy = format('pg_temp.%I', 'kept_' || t.rel::oid) WHERE rel = t.rel;
  END LOOP;
END $$`;

// Without triggers and references: each table is put back for itself.
const RESTORE = `
DO $$
DECLARE t record;
BEGIN
  SET LOCAL session_replication_role = replica;
  SET LOCAL lock_timeout = ${LOCK_MS};
  FOR t IN SELECT * FROM pg_temp.kept_table WHERE pg_relation_size(rel) > 0 OR copy IS NOT NULL LOOP
    EXECUTE format('DELETE FROM %s', t.rel);
    IF t.copy IS NOT NULL THEN
      EXECUTE format('INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM %s', t.rel, t.columns, t.copy);
    END IF;
  END LOOP;
  PERFORM setval(k.rel, coalesce(k.last_value, k.start_value), k.last_value IS NOT NULL)
    FROM pg_temp.kept_sequence k WHERE k.last_value IS DISTINCT FROM pg_sequence_last_value(k.rel);
END $$`;

// A table that was vacuumed while it was empty is planned for as one of no rows, whatever the next file puts into it.
const FORGET_STATISTICS = `
SET allow_system_table_mods = on;
UPDATE pg_class c SET reltuples = k.reltuples, relpages = k.relpages
  FROM pg_temp.kept_table k WHERE c.oid = k.rel AND (c.reltuples, c.relpages) <> (k.reltuples, k.relpages);
DELETE FROM pg_statistic WHERE starelid IN (SELECT rel FROM pg_temp.kept_table)`;

/** Everything that DDL changes, in one word. */
const CATALOGUE = `
WITH own AS (SELECT oid FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'),
relation AS (SELECT * FROM pg_class WHERE relnamespace IN (SELECT oid FROM own)),
fact AS (
  SELECT concat_ws('/', 'relation', oid, relname, relkind, relpersistence, relacl) AS what FROM relation
  UNION ALL SELECT concat_ws('/', 'column', attrelid, attnum, attname, atttypid, attnotnull, atthasdef, attacl)
              FROM pg_attribute WHERE attrelid IN (SELECT oid FROM relation)
  UNION ALL SELECT concat_ws('/', 'trigger', oid, tgenabled) FROM pg_trigger
  UNION ALL SELECT concat_ws('/', 'constraint', oid, convalidated) FROM pg_constraint
  UNION ALL SELECT concat_ws('/', 'index', indexrelid, indisvalid) FROM pg_index
  UNION ALL SELECT concat_ws('/', 'function', oid, md5(prosrc), proacl) FROM pg_proc WHERE pronamespace IN (SELECT oid FROM own)
  UNION ALL SELECT concat_ws('/', 'schema', oid, nspacl) FROM pg_namespace WHERE oid IN (SELECT oid FROM own)
  UNION ALL SELECT concat_ws('/', 'setting', setrole, setconfig) FROM pg_db_role_setting
             WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database()))
SELECT md5(string_agg(what, ',' ORDER BY what)) AS word, pg_database_size(current_database())::int AS bytes FROM fact`;

// A file may leave a connection of its own, or one of the pool in the middle of something.
const END_OTHERS = `
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
 WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
   AND (application_name <> 'shuke' OR state <> 'idle')`;

/** What pg can do, and its types leave out. */
type Detachable = pg.Client & { ref(): void; unref(): void };

/** Puts one database back to what it was when the restorer was made. */
export class Restorer {
  private isLost = false;

  private constructor(
    private readonly client: Detachable,
    private readonly before: { word: string; bytes: number },
  ) {
    client.on('error', () => {
      this.isLost = true;
    });
  }

  static async of(superuserUrl: string): Promise<Restorer> {
    const client = new pg.Client({ connectionString: superuserUrl }) as Detachable;
    await client.connect();
    await client.query(REMEMBER);
    const { rows } = await client.query<{ word: string; bytes: number }>(CATALOGUE);
    // Does not keep the worker alive.
    client.unref();
    return new Restorer(client, rows[0] ?? { word: '', bytes: 0 });
  }

  async restore(): Promise<void> {
    if (this.isLost) throw new NotRestorable();
    this.client.ref();
    try {
      await this.client.query(END_OTHERS);
      const { rows } = await this.client.query<{ word: string; bytes: number }>(CATALOGUE);
      const { word, bytes } = rows[0] ?? { word: '', bytes: 0 };
      if (word !== this.before.word || bytes > this.before.bytes + GROWN_BYTES)
        throw new NotRestorable();
      await this.client.query(RESTORE);
      await this.forgetSizes();
    } finally {
      this.client.unref();
    }
  }

  /** The rows of the file before are gone, their pages and what the planner knows of them are not. */
  private async forgetSizes(): Promise<void> {
    const { rows } = await this.client.query<{ tables: string | null }>(
      `SELECT string_agg(rel::text, ', ') AS tables FROM pg_temp.kept_table WHERE pg_relation_size(rel) > ${VACUUMED_BYTES}`,
    );
    if (rows[0]?.tables) await this.client.query(`VACUUM (SKIP_DATABASE_STATS) ${rows[0].tables}`);
    await this.client.query(FORGET_STATISTICS);
  }

  async end(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}
