import { Module, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { KernelModule, QueueModule, type Env } from '#kernel';
import { LedgerModule } from '#ledger';
import { MessagingWorkerModule } from '#messaging';

/** What happens in the background: one line for each capability that has something to do there. */
const BACKGROUND = [LedgerModule, MessagingWorkerModule];

@Module({})
export class WorkerModule {
  static for(env: Env): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        LoggerModule.forRoot({ pinoHttp: { level: env.logLevel } }),
        KernelModule.forWorker(env),
        ...BACKGROUND,
        QueueModule,
      ],
    };
  }
}
