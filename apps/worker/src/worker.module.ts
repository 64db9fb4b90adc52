import { Module, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { KernelModule, QueueModule, type Env } from '#kernel';
import { CAPABILITIES, declareCapabilities } from '../../composition/capabilities.js';

/** What happens in the background. */
@Module({})
export class WorkerModule {
  static for(env: Env): DynamicModule {
    declareCapabilities();
    return {
      module: WorkerModule,
      imports: [
        LoggerModule.forRoot({ pinoHttp: { level: env.logLevel } }),
        KernelModule.forWorker(env),
        ...CAPABILITIES.flatMap(({ worker = [] }) => worker),
        QueueModule,
      ],
    };
  }
}
