import type { FindOptionsWhere, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import type { Tx } from '../database/sql.js';

type Entity<E> = new () => E;
type Row = Record<string, unknown>;

/** The record as it stands, and nobody else changes it until the transaction ends. */
export const lockRecord = <E extends ObjectLiteral>(
  tx: Tx,
  entity: Entity<E>,
  where: FindOptionsWhere<E>,
): Promise<E | null> => tx.manager.findOne(entity, { where, lock: { mode: 'pessimistic_write' } });

/**
 * Adds a record; returns it with what the database filled in. What is undefined gets the column's default. An id that is
 * given would be lost: TypeORM leaves a generated column to the database.
 */
export async function addRecord<E extends ObjectLiteral>(
  tx: Tx,
  entity: Entity<E>,
  values: QueryDeepPartialEntity<E> & { id?: undefined },
): Promise<E> {
  const insert = tx.manager.createQueryBuilder().insert().into(entity).values(values);
  const { raw } = await insert.updateEntity(false).returning('*').execute();
  return readBack(tx, entity, raw as Row[]);
}

/** Changes a record that is locked and counts its version up; returns it as it is now. What is undefined stays. */
export async function changeRecord<E extends { id: number; version: number }>(
  tx: Tx,
  entity: Entity<E>,
  id: number,
  change: QueryDeepPartialEntity<Omit<E, 'id' | 'version'>>,
): Promise<E> {
  const values = { ...change, version: () => 'version + 1' } as QueryDeepPartialEntity<E>;
  const { raw } = await tx.manager.update(entity, id, values, { returning: '*' });
  return readBack(tx, entity, raw as Row[]);
}

// The driver has made numbers, dates and JSON of the columns already (data-source.ts).
function readBack<E extends ObjectLiteral>(tx: Tx, entity: Entity<E>, [row]: Row[]): E {
  if (!row) throw new Error(`${entity.name}: the record is not there`);
  const { columns } = tx.manager.dataSource.getMetadata(entity);
  return Object.assign(
    new entity(),
    Object.fromEntries(columns.map((column) => [column.propertyName, row[column.databaseName]])),
  );
}
