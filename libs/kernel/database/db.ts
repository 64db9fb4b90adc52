import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type pg from 'pg';
import { HeldLocks, type Lockable } from './lock-order.js';
import { gather, SqlRunner, type Sql, type Tx } from './sql.js';

const RETRYABLE = new Set(['40001', '40P01']);
const MAX_ATTEMPTS = 8;

/** How often transactions got into each other's way. */
interface Contention {
  /** By SQLSTATE: how often a transaction failed by another one and ran again, or would have. */
  readonly failures: Map<string, number>;
  /** Locks that were taken out of the product's one order, as far as there is room to keep them. */
  readonly outOfOrder: string[];
}

/** Something that was read before a lock was there has changed meanwhile: the transaction runs again. */
export class Overtaken extends Error {
  readonly code = '40001';
}

const KEPT = 100;

class TxRunner extends SqlRunner implements Tx {
  private readonly held = new HeldLocks();

  constructor(
    client: pg.ClientBase,
    runner: QueryRunner,
    private readonly outOfOrder: (what: string) => void,
  ) {
    super(client, runner);
  }

  locked(kind: Lockable, ids: readonly number[]): void {
    const wrong = this.held.add(kind, ids);
    if (wrong) this.outOfOrder(wrong);
  }

  /** Set once the last statement and the COMMIT are on their way. */
  committing: Promise<pg.QueryResult> | undefined;

  async commitWith<T>(send: () => Promise<T>): Promise<T> {
    gather(this.client);
    const last = send();
    // On the server one comes after the other: where the statement fails, COMMIT rolls back.
    this.committing = this.client.query('COMMIT');
    const [value] = await Promise.all([last, this.committing]);
    return value;
  }
}

function codeOf(error: unknown): string | undefined {
  const candidate = error as { code?: string; driverError?: { code?: string } } | null;
  return candidate?.driverError?.code ?? candidate?.code;
}

/** The database. Transactions are visible: `db.write(async (tx) => …)`; everything inside takes `tx`. */
@Injectable()
export class Db implements Sql {
  private readonly logger = new Logger(Db.name);
  readonly contention: Contention = { failures: new Map(), outOfOrder: [] };

  constructor(readonly dataSource: DataSource) {}

  /** Outside of a transaction: each call takes a connection of its own. */
  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  /**
   * Runs `work` in one READ COMMITTED transaction. A deadlock or serialization failure runs the whole closure again,
   * so it must have no effect outside the database.
   */
  async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.transaction('BEGIN', work);
      } catch (error) {
        const code = codeOf(error) ?? '';
        if (!RETRYABLE.has(code)) throw error;
        const { failures } = this.contention;
        failures.set(code, (failures.get(code) ?? 0) + 1);
        if (attempt >= MAX_ATTEMPTS) throw error;
        this.logger.debug({ attempt, code }, 'transaction runs again');
        await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * (0.5 + Math.random())));
      }
    }
  }

  /** Several reads that see one moment. */
  read<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.transaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
  }

  query<R>(text: string, params?: readonly unknown[]): Promise<R[]> {
    return this.withClient((sql) => sql.query<R>(text, params));
  }

  one<R>(text: string, params?: readonly unknown[]): Promise<R> {
    return this.withClient((sql) => sql.one<R>(text, params));
  }

  maybe<R>(text: string, params?: readonly unknown[]): Promise<R | undefined> {
    return this.withClient((sql) => sql.maybe<R>(text, params));
  }

  /**
   * As `query`, for a long statement whose plan is right for all its values: PostgreSQL would plan it anew each time, which
   * may take longer than running it. The setting goes with the statement in one packet.
   */
  queryPlannedOnce<R>(text: string, params?: readonly unknown[]): Promise<R[]> {
    return this.withClient(async (sql, client) => {
      gather(client);
      const [, rows] = await Promise.all([
        client.query('SET plan_cache_mode = force_generic_plan'),
        sql.query<R>(text, params),
        client.query('RESET plan_cache_mode'),
      ]);
      return rows;
    });
  }

  private outOfOrder(what: string): void {
    this.logger.error({ what }, 'rows are locked out of order');
    if (this.contention.outOfOrder.length < KEPT) this.contention.outOfOrder.push(what);
  }

  private async withClient<T>(work: (sql: Sql, client: pg.ClientBase) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as pg.ClientBase;
      return await work(new SqlRunner(client, runner), client);
    } finally {
      await runner.release();
    }
  }

  private async transaction<T>(begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as pg.ClientBase;
    try {
      // Sent together with the first statement of `work` (the connection pipelines): one round trip less.
      gather(client);
      const began = client.query(begin);
      began.catch(() => undefined);
      // It was begun without TypeORM, which else locks no row, and would begin one inside.
      Object.assign(runner, { isTransactionActive: true });
      const tx = new TxRunner(client, runner, (what) => this.outOfOrder(what));
      const result = await work(tx);
      await began;
      const { command } = await (tx.committing ?? client.query('COMMIT'));
      // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK, and without an error.
      if (command !== 'COMMIT') throw new Error('rolled back: an error inside was not passed on');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}
