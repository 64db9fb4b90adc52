import pg from 'pg';
import { DataSource, type DataSourceOptions, type EntityTarget, type ObjectLiteral } from 'typeorm';

// int8 is cents, points, thousandths or an id: always a safe integer here, and an error where it is not.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('int8 out of the safe range');
  return value;
});
// A calendar date has no time zone: it stays text.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
// int8[]: the driver's own parser would give strings.
const INT8_ARRAY = 1016 as Parameters<typeof pg.types.setTypeParser>[0];
pg.types.setTypeParser(INT8_ARRAY, (text: string) =>
  text.slice(1, -1).split(',').filter(Boolean).map(Number),
);

export type EntityClass = EntityTarget<ObjectLiteral> & (new () => ObjectLiteral);

const entities = new Set<EntityClass>();

/** A capability names its entities in its manifest; the data source and the drift check see all of them. */
export function registerEntities(...classes: EntityClass[]): void {
  for (const entity of classes) entities.add(entity);
}

/** A connection that was opened a moment ago has planned nothing: whoever asks after a quiet while should not pay for that. */
const KEPT_IDLE_MS = 10 * 60_000;

export function dataSourceOptions(url: string, poolSize: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize,
    entities: [...entities],
    synchronize: false,
    migrationsRun: false,
    logging: false,
    extra: {
      pipeline: true,
      connectionTimeoutMillis: 15_000,
      idleTimeoutMillis: KEPT_IDLE_MS,
      application_name: 'shuke',
      keepAlive: true,
    },
    poolErrorHandler: () => undefined,
  };
}

export function createDataSource(url: string, poolSize = 20): DataSource {
  return new DataSource(dataSourceOptions(url, poolSize));
}
