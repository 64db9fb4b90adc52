import { createHash } from 'node:crypto';
import type { EntityManager, QueryRunner } from 'typeorm';
import type pg from 'pg';
import type { Lockable } from './lock-order.js';

/** Something that answers SQL: a transaction, a snapshot, or the pool. */
export interface Sql {
  /** All rows. int8 comes as a safe integer, date as 'YYYY-MM-DD', timestamptz as Date, jsonb parsed. */
  query<R = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<R[]>;
  /** Exactly one row, or an error: for what must be there. */
  one<R = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<R>;
  /** The first row, if any. */
  maybe<R = Record<string, unknown>>(
    text: string,
    params?: readonly unknown[],
  ): Promise<R | undefined>;
  /** Plain records, by their entities: on the same connection and in the same transaction. Decision 12 says which. */
  readonly manager: EntityManager;
}

/** A transaction. Whatever writes takes it as its first parameter. */
export interface Tx extends Sql {
  /**
   * Sends the COMMIT together with the last statement: locks are held one round trip less.
   * Nothing may be asked of the transaction afterwards.
   */
  commitWith<T>(send: () => Promise<T>): Promise<T>;
  /** Whoever locks rows says so: what is locked out of the product's one order is counted, and fails the test. */
  locked(kind: Lockable, ids: readonly number[]): void;
}

const names = new Map<string, string>();

/** The same text is the same prepared statement on every connection. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash('sha1').update(text).digest('base64url');
    names.set(text, name);
  }
  return name;
}

export type Queryable = Pick<pg.ClientBase, 'query'>;

interface Corkable {
  connection?: { stream?: { cork?(): void; uncork?(): void } };
}

/** What is sent to the server in one turn of the event loop leaves in one packet. */
export function gather(client: Queryable): void {
  const stream = (client as Corkable).connection?.stream;
  if (!stream?.cork || !stream.uncork) return;
  stream.cork();
  process.nextTick(() => stream.uncork?.());
}

export class SqlRunner implements Sql {
  constructor(
    protected readonly client: Queryable,
    private readonly runner: QueryRunner,
  ) {}

  get manager(): EntityManager {
    return this.runner.manager;
  }

  async query<R>(text: string, params: readonly unknown[] = []): Promise<R[]> {
    const result = await this.client.query({
      name: nameOf(text),
      text,
      values: params as unknown[],
    });
    return result.rows as R[];
  }

  async one<R>(text: string, params: readonly unknown[] = []): Promise<R> {
    const rows = await this.query<R>(text, params);
    if (rows.length !== 1 || rows[0] === undefined)
      throw new Error(`expected one row, got ${rows.length}: ${text.slice(0, 120)}`);
    return rows[0];
  }

  async maybe<R>(text: string, params: readonly unknown[] = []): Promise<R | undefined> {
    return (await this.query<R>(text, params))[0];
  }
}
