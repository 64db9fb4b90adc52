import { hash } from 'node:crypto';
import {
  Injectable,
  createParamDecorator,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { type Actor, assertInScope } from '../access/actor.js';
import type { Tx } from '../database/sql.js';
import { markJudged } from '../errors/judged.js';
import { CommandError } from '../errors/kernel.errors.js';

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const KeyHeader = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  const key = typeof header === 'string' ? header.toLowerCase() : '';
  if (!UUID.test(key)) throw CommandError.keyMissing();
  return key;
});

/** The client's key for this act, made when its dialog opened. Errors: command.key_missing. */
export const IdempotencyKey = (): ParameterDecorator => (target, name, index) => {
  const method = name && Object.getOwnPropertyDescriptor(target, name);
  if (method)
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      schema: { type: 'string', format: 'uuid' },
    })(target, name, method);
  KeyHeader()(target, name, index);
};

/** The first answer to a command, and whether it is given again. */
export class CommandOutcome<T extends object> {
  constructor(
    readonly value: T,
    readonly replayed: boolean,
  ) {}
}

export interface CommandCall {
  key: string;
  /** 'sale.create': what the key was used for. */
  name: string;
  actor: Actor;
  /** What was asked, without PINs and codes: they are no part of the fingerprint. */
  request: unknown;
}

/** JSON with sorted keys, so that the same request has the same fingerprint whatever the order of its fields. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** The act and the request. Whoever asked is no part of it: another cashier at the same till gets the first answer again. */
export function fingerprintOf(call: CommandCall): string {
  return hash('sha256', `${call.name}\n${canonical(call.request)}`, 'base64url');
}

/** As fingerprints were made before: with the staff who acted. */
function earlierFingerprintOf(call: CommandCall, staffId: number): string {
  return hash('sha256', `${call.name}\n${staffId}\n${canonical(call.request)}`, 'base64url');
}

export interface StoredCommand {
  name: string;
  staffId: number | null;
  /** Where it was made; null for a command of before. */
  storeId: number | null;
  fingerprint: string;
  result: object;
}

/** Whether a stored command is the one that is asked for again, and by somebody of that store. */
function assertSameCommand(stored: StoredCommand, call: CommandCall): void {
  const isSame =
    stored.fingerprint === fingerprintOf(call) ||
    (stored.staffId !== null && stored.fingerprint === earlierFingerprintOf(call, stored.staffId));
  if (!isSame) throw CommandError.keyReused({ name: stored.name });
  if (stored.storeId !== null && stored.staffId !== call.actor.staffId)
    assertInScope(call.actor, stored.storeId);
}

/**
 * The first statement of a command: waits for the same key in flight, then says what it answered.
 * Two statements in one function, because the second must see what was committed while the first waited.
 */
const STORED = 'name, staff_id AS "staffId", store_id AS "storeId", fingerprint, result';
export const BEGIN_COMMAND = `SELECT ${STORED} FROM begin_command($1)`;
const BEGIN_IN_QUEUE = `SELECT ${STORED} FROM begin_command($1, $2)`;
/** The last part of a command, from rows of key, name, staff, fingerprint, result and store: also inside a statement that does more. */
export const finishCommand = (rows: string): string =>
  `INSERT INTO command (key, name, staff_id, fingerprint, result, store_id) ${rows}`;
export const FINISH_COMMAND = finishCommand('VALUES ($1, $2, $3, $4, $5, $6)');

/**
 * Idempotency around a whole command. Must come first in the transaction, before status, PIN, price or throttle are judged,
 * so that a retry finds the first result. Only success is stored, for ever; `fn` returns ids and amounts, no names or phones.
 */
@Injectable()
export class Commands {
  /** Errors: command.key_reused where the key answered another request, access.store_forbidden where it is another store's. */
  async once<T extends object>(
    tx: Tx,
    call: CommandCall,
    fn: () => Promise<T>,
  ): Promise<CommandOutcome<T>> {
    const earlier = await this.begin<T>(tx, call);
    if (earlier) return earlier;
    const value = await judging(fn);
    await judging(() => this.finish(tx, call, value));
    return new CommandOutcome(value, false);
  }

  /**
   * The first half of `once`, for a command that stores its result in a statement of its own; the rest goes into `judging`.
   * A new one then waits its turn in the queue, if one is named.
   */
  async begin<T extends object>(
    tx: Tx,
    call: CommandCall,
    queue: string | null = null,
  ): Promise<CommandOutcome<T> | undefined> {
    const stored = await (queue === null
      ? tx.maybe<StoredCommand>(BEGIN_COMMAND, [call.key])
      : tx.maybe<StoredCommand>(BEGIN_IN_QUEUE, [call.key, queue]));
    if (!stored) return undefined;
    assertSameCommand(stored, call);
    return new CommandOutcome(stored.result as T, true);
  }

  /**
   * For what is judged in a transaction of its own before the command's, as a PIN is: waits for the same key in flight,
   * holds it, and says whether it was answered. What is refused while it was not may be marked with `markJudged`.
   */
  async isAnswered(tx: Tx, key: string): Promise<boolean> {
    return (await tx.maybe(BEGIN_COMMAND, [key])) !== undefined;
  }

  async finish(tx: Tx, call: CommandCall, value: object): Promise<void> {
    await tx.query(FINISH_COMMAND, [
      call.key,
      call.name,
      call.actor.staffId,
      fingerprintOf(call),
      JSON.stringify(value),
      call.actor.till?.storeId ?? call.actor.homeStoreId,
    ]);
  }
}

/**
 * What is refused in here is refused for good: the key is held, it has no answer, and nothing moved. The caller is told
 * (`judged` in the problem), because after a lost answer nothing else ends the wait.
 */
export async function judging<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw markJudged(error);
  }
}

/** Unwraps an outcome into its value and marks a replay in a header. */
@Injectable()
export class ReplayInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((value: unknown) => {
        if (!(value instanceof CommandOutcome)) return value;
        if (value.replayed)
          void context
            .switchToHttp()
            .getResponse<FastifyReply>()
            .header('Idempotency-Replayed', 'true');
        return value.value as unknown;
      }),
    );
  }
}
