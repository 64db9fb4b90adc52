import { Module, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { KernelModule, type Env } from '#kernel';
import { CAPABILITIES, declareCapabilities } from '../../composition/capabilities.js';
import { HealthController } from './health.controller.js';
import { logging } from './logging.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';

@Module({})
export class AppModule {
  static for(env: Env): DynamicModule {
    declareCapabilities();
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot(logging(env)),
        KernelModule.forApi(env),
        ...CAPABILITIES.flatMap(({ api = [] }) => api),
      ],
      controllers: [HealthController, MetricsController],
      providers: [Metrics],
      exports: [Metrics],
    };
  }
}
