import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard, OriginGuard } from './access/guards.js';
import { Audit } from './audit/audit.js';
import { Clock } from './clock/clock.js';
import { CommandFates } from './commands/command-fates.js';
import { CommandsController } from './commands/commands.controller.js';
import { Commands, ReplayInterceptor } from './commands/commands.js';
import { Env } from './config/env.js';
import { dataSourceOptions, registerEntities } from './database/data-source.js';
import { Db } from './database/db.js';
import { ProblemFilter } from './errors/problem.filter.js';
import { NoBodyGuard } from './http/no-body.js';
import { validationPipe } from './http/validation.js';
import {
  AuditRecordEntity,
  CommandEntity,
  OutboxEntity,
  QueueStateEntity,
} from './kernel.entity.js';
import { Outbox } from './outbox/outbox.js';

registerEntities(AuditRecordEntity, CommandEntity, OutboxEntity, QueueStateEntity);

const SHARED = [Db, Clock, Commands, Audit, Outbox];

/** What every capability stands on. Knows none of them. */
@Global()
@Module({})
export class KernelModule {
  /** For a process without HTTP (the worker, scripts). */
  static forWorker(env: Env): DynamicModule {
    return {
      module: KernelModule,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forRootAsync({
          useFactory: () => ({
            ...dataSourceOptions(env.databaseUrl, env.databasePool),
            retryAttempts: 0,
          }),
        }),
      ],
      providers: [{ provide: Env, useValue: env }, ...SHARED],
      exports: [Env, ...SHARED, DiscoveryModule],
    };
  }

  /** With HTTP: guards, validation, problem details, replays. */
  static forApi(env: Env): DynamicModule {
    const worker = KernelModule.forWorker(env);
    return {
      ...worker,
      controllers: [CommandsController],
      providers: [
        ...(worker.providers ?? []),
        CommandFates,
        { provide: APP_GUARD, useClass: OriginGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: NoBodyGuard },
        { provide: APP_PIPE, useFactory: validationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: ReplayInterceptor },
      ],
    };
  }
}
