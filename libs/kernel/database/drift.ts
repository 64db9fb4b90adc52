import type { DataSource } from 'typeorm';

/**
 * Compares the registered entities with the migrated schema and returns what differs, a line each.
 * Compared: tables, column names, types, nullability, generated keys. Not compared, because entities here do not
 * repeat them: foreign keys, CHECKs, indexes, defaults, functions, triggers and grants.
 */
export async function schemaDrift(dataSource: DataSource): Promise<string[]> {
  const rows: { schema: string; table: string; column: string; type: string; nullable: boolean }[] =
    await dataSource.query(
      `SELECT n.nspname AS schema, c.relname AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'ledger')`,
    );
  const found = new Map(rows.map((row) => [`${row.schema}.${row.table}.${row.column}`, row]));
  const tables = new Set(rows.map((row) => `${row.schema}.${row.table}`));
  const drift: string[] = [];
  for (const entity of dataSource.entityMetadatas) {
    const table = `${entity.schema ?? 'public'}.${entity.tableName}`;
    if (!tables.has(table)) {
      drift.push(`${table}: the entity ${entity.name} has no table`);
      continue;
    }
    const named = new Set<string>();
    for (const column of entity.columns) {
      const path = `${table}.${column.databaseName}`;
      named.add(path);
      const real = found.get(path);
      if (!real) {
        drift.push(`${path}: in the entity, not in the table`);
        continue;
      }
      const type = dataSource.driver.normalizeType(column) + (column.isArray ? '[]' : '');
      if (type !== real.type) drift.push(`${path}: entity says ${type}, table says ${real.type}`);
      if (column.isNullable !== real.nullable)
        drift.push(
          `${path}: entity says ${column.isNullable ? 'nullable' : 'not null'}, table says otherwise`,
        );
    }
    for (const row of rows) {
      const path = `${row.schema}.${row.table}.${row.column}`;
      if (`${row.schema}.${row.table}` === table && !named.has(path))
        drift.push(`${path}: in the table, not in the entity`);
    }
  }
  const covered = new Set(
    dataSource.entityMetadatas.map((entity) => `${entity.schema ?? 'public'}.${entity.tableName}`),
  );
  for (const table of tables) {
    if (!covered.has(table) && table !== 'public.migration')
      drift.push(`${table}: no entity names this table`);
  }
  return drift.sort();
}
