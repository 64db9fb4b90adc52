import { conditionKind, Parameters } from '#chain/conditions';
import { Injectable } from '@nestjs/common';
import { Clock, dateIn, Db, type Sql, type Tx } from '#kernel';
import { referencePredicates } from './compiler/references.compiler.js';
import {
  compileSegment,
  type AudienceScope,
  type CompiledSegment,
} from './compiler/segment.compiler.js';
import { SegmentError } from './segment.errors.js';
import { conditionsOf, type SegmentFilter } from './segment.rules.js';

/** How long a person waits for a count. */
const LOOK_SECONDS = 8;
/** NOT IN over everybody's purchases is only quick while its table fits into memory. */
const WORK_MEMORY = '128MB';
const CANCELLED = '57014';

/** Runs what the compiler made, within a time limit and without keeping a prepared statement for every question. */
@Injectable()
export class SegmentAudience {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Errors: segment.unknown_field, segment.refers_to_nothing. */
  async compile(sql: Sql, filter: SegmentFilter, scope: AudienceScope): Promise<CompiledSegment> {
    const facts: Record<string, unknown> = {};
    for (const { field } of conditionsOf(filter)) {
      const asked = conditionKind(field)?.facts;
      if (asked) facts[asked.name] ??= await asked.find(sql);
    }
    const compiled = compileSegment(filter, { ...facts, today: await this.today(sql), scope });
    await this.assertReferences(sql, filter);
    return compiled;
  }

  private async assertReferences(sql: Sql, filter: SegmentFilter): Promise<void> {
    const params = new Parameters();
    const predicates = referencePredicates(filter, params);
    if (predicates.length === 0) return;
    const { there } = await sql.one<{ there: boolean }>(
      `SELECT ${predicates.join(' AND ')} AS there`,
      params.values,
    );
    if (!there) throw SegmentError.refersToNothing();
  }

  /** The chain's day: that of its head office. */
  async today(sql: Sql): Promise<string> {
    const chain = await sql.maybe<{ timezone: string }>(
      "SELECT timezone FROM store ORDER BY type = 'head_office' DESC, id LIMIT 1",
    );
    return dateIn(this.clock.now(), chain?.timezone ?? 'Asia/Shanghai');
  }

  /** Asks about a segment's members, in `tx` or in a transaction of its own. Errors: segment.unknown_field, segment.refers_to_nothing, segment.too_slow. */
  async ask<T>(
    filter: SegmentFilter,
    scope: AudienceScope,
    work: (ask: Ask, where: string) => Promise<T>,
    options: { seconds?: number; tx?: Tx } = {},
  ): Promise<T> {
    const { seconds = LOOK_SECONDS } = options;
    const within = async (tx: Tx) => {
      const { where, params } = await this.compile(tx, filter, scope);
      await this.bound(tx, seconds);
      const rows = <R>(textOf: (...places: string[]) => string, ...more: readonly unknown[]) => {
        const places = more.map((_, index) => `$${params.length + index + 1}`);
        return unprepared<R>(tx, textOf(...places), [...params, ...more], seconds);
      };
      return work(Object.assign(rows, { tx }), where);
    };
    return options.tx ? within(options.tx) : this.db.write(within);
  }

  /** Limits what follows in this transaction. */
  private async bound(tx: Tx, seconds: number): Promise<void> {
    await tx.query(
      "SELECT set_config('statement_timeout', $1, true), set_config('work_mem', $2, true)",
      [String(seconds * 1_000), WORK_MEMORY],
    );
  }
}

/** Rows of a statement about `m`, the member; what it adds to the segment's own values is handed on as places. */
export interface Ask {
  <R>(textOf: (...places: string[]) => string, ...more: readonly unknown[]): Promise<R[]>;
  tx: Tx;
}

/** One statement under no name: every question has another text. Errors: segment.too_slow. */
async function unprepared<R>(
  tx: Tx,
  text: string,
  params: readonly unknown[],
  seconds: number,
): Promise<R[]> {
  try {
    return (await tx.manager.query(text, params as unknown[])) as R[];
  } catch (error) {
    const { code, driverError } = error as { code?: string; driverError?: { code?: string } };
    if ((driverError?.code ?? code) === CANCELLED) throw SegmentError.tooSlow({ seconds });
    throw error;
  }
}
