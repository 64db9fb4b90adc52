import { Module, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
// Without work of their own there, but the files of their lists and their checks of the books are made there, and the
// books know the kinds of entries that they declare.
import '#adjustments';
import '#audit';
import '#identity';
import '#merging';
import '#payouts';
import '#sales';
import '#stock';
import { BooksWorkerModule } from '#books';
import { ImportsWorkerModule } from '#imports';
import { KernelModule, QueueModule, type Env } from '#kernel';
import { LedgerWorkerModule } from '#ledger';
import { MemberDeskWorkerModule } from '#member-desk';
import { MessagingWorkerModule } from '#messaging';
import { ReportsWorkerModule } from '#reports';
import { SegmentsWorkerModule } from '#segments';

/** What happens in the background: one line for each capability that has something to do there. */
const BACKGROUND = [
  LedgerWorkerModule,
  MessagingWorkerModule,
  SegmentsWorkerModule,
  ReportsWorkerModule,
  MemberDeskWorkerModule,
  ImportsWorkerModule,
  BooksWorkerModule,
];

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
