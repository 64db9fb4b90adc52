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
import type { Actor } from '../access/actor.js';
import type { Tx } from '../database/sql.js';
import { CommandError } from '../errors/kernel.errors.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

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

export function fingerprintOf(call: CommandCall): string {
  const text = `${call.name}\n${call.actor.staffId}\n${canonical(call.request)}`;
  return hash('sha256', text, 'base64url');
}

/**
 * The first statement of a command: waits for the same key in flight, then says what it answered.
 * Two statements in one function, because the second must see what was committed while the first waited.
 */
export const BEGIN_COMMAND = 'SELECT name, fingerprint, result FROM begin_command($1)';
export const FINISH_COMMAND =
  'INSERT INTO command (key, name, staff_id, fingerprint, result) VALUES ($1, $2, $3, $4, $5)';

/**
 * Idempotency around a whole command. Must come first in the transaction, before status, PIN, price or throttle are judged,
 * so that a retry finds the first result. Only success is stored, for ever; `fn` returns ids and amounts, no names or phones.
 */
@Injectable()
export class Commands {
  /** Errors: command.key_reused where the key answered another request. */
  async once<T extends object>(
    tx: Tx,
    call: CommandCall,
    fn: () => Promise<T>,
  ): Promise<CommandOutcome<T>> {
    const earlier = await this.begin<T>(tx, call);
    if (earlier) return earlier;
    const value = await fn();
    await this.finish(tx, call, value);
    return new CommandOutcome(value, false);
  }

  /** The first half of `once`, for a command that stores its result in a statement of its own. */
  async begin<T extends object>(tx: Tx, call: CommandCall): Promise<CommandOutcome<T> | undefined> {
    const earlier = await tx.maybe<{ name: string; fingerprint: string; result: T }>(
      BEGIN_COMMAND,
      [call.key],
    );
    if (!earlier) return undefined;
    if (earlier.fingerprint !== fingerprintOf(call))
      throw CommandError.keyReused({ name: earlier.name });
    return new CommandOutcome(earlier.result, true);
  }

  async finish(tx: Tx, call: CommandCall, value: object): Promise<void> {
    await tx.query(FINISH_COMMAND, [
      call.key,
      call.name,
      call.actor.staffId,
      fingerprintOf(call),
      JSON.stringify(value),
    ]);
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
