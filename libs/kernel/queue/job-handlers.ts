import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { QUEUES, type QueueName } from './queue-connection.js';

export interface JobContext {
  /** The outbox row this job was made from; 0 for scheduled work. */
  outboxId: number;
  /** The process is stopping: long work should end soon. */
  signal: AbortSignal;
}

export type JobHandler<P = Record<string, unknown>> = (
  payload: P,
  context: JobContext,
  topic: string,
) => Promise<void>;

interface HandlerSpec {
  /** One, or those that capabilities have declared by the time they are asked for. */
  topic: string | (() => readonly string[]);
  queue: QueueName;
  /** Set for scheduled work: how often it wakes. */
  everyMs?: number;
}

export interface RegisteredHandler extends HandlerSpec {
  topic: string;
  run: (payload: Record<string, unknown>, context: JobContext) => Promise<void>;
}

const HANDLER = 'shuke:job-handler';

function mark(spec: HandlerSpec): MethodDecorator {
  return (_target, _name, descriptor) => {
    Reflect.defineMetadata(HANDLER, spec, descriptor.value as object);
  };
}

/**
 * The method runs once per outbox row of `topic` (one, or all that are declared), in a worker: `(payload, context, topic) => Promise<void>`.
 * It may be run again after a crash, so it keeps what it did in a table of its own.
 */
export const OutboxHandler = (
  topic: HandlerSpec['topic'],
  options: { queue?: QueueName } = {},
): MethodDecorator => mark({ topic, queue: options.queue ?? QUEUES.outbox });

/** The method wakes every so often in one of the workers, and asks tables what is due. */
export const Scheduled = (name: string, options: { everyMs: number }): MethodDecorator =>
  mark({ topic: `scheduled.${name}`, queue: QUEUES.outbox, everyMs: options.everyMs });

/** Everything the capabilities of this process want to do in the background. */
@Injectable()
export class JobHandlers {
  private found: Map<string, RegisteredHandler> | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  get all(): ReadonlyMap<string, RegisteredHandler> {
    return (this.found ??= this.find());
  }

  private find(): Map<string, RegisteredHandler> {
    const handlers = new Map<string, RegisteredHandler>();
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown> | null;
      if (!prototype) continue;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const method = prototype[name] as JobHandler;
        const spec = Reflect.getMetadata(HANDLER, method) as HandlerSpec | undefined;
        if (!spec) continue;
        for (const topic of typeof spec.topic === 'string' ? [spec.topic] : spec.topic()) {
          if (handlers.has(topic)) throw new Error(`two handlers for ${topic}`);
          handlers.set(topic, {
            ...spec,
            topic,
            run: (payload, context) => method.call(instance, payload, context, topic),
          });
        }
      }
    }
    return handlers;
  }
}
