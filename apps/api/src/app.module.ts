import { Module, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { AdjustmentsModule } from '#adjustments';
import { ApprovalsModule } from '#approvals';
import { AuditModule } from '#audit';
import { BooksModule } from '#books';
import { CardsModule } from '#cards';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { ImportsModule } from '#imports';
import { KernelModule, type Env } from '#kernel';
import { LedgerModule } from '#ledger';
import { LevelsModule } from '#levels';
import { ListViewsModule } from '#list-views';
import { MemberDeskModule } from '#member-desk';
import { MembersModule } from '#members';
import { MergingModule } from '#merging';
import { MessagingModule } from '#messaging';
import { OverviewModule } from '#overview';
import { PayoutsModule } from '#payouts';
import { PointsModule } from '#points';
import { ReportsModule } from '#reports';
import { SalesModule } from '#sales';
import { SegmentsModule } from '#segments';
import { SettingsModule } from '#settings';
import { StockModule } from '#stock';
import { StoresModule } from '#stores';
import { WalletsModule } from '#wallets';
import { HealthController } from './health.controller.js';
import { logging } from './logging.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';

/** What the chain can do: one line each. */
const CAPABILITIES = [
  LedgerModule,
  AuditModule,
  SettingsModule,
  StoresModule,
  IdentityModule,
  ListViewsModule,
  ApprovalsModule,
  LevelsModule,
  MembersModule,
  CardsModule,
  PointsModule,
  WalletsModule,
  PayoutsModule,
  AdjustmentsModule,
  MemberDeskModule,
  ImportsModule,
  MergingModule,
  CatalogueModule,
  StockModule,
  SalesModule,
  MessagingModule,
  SegmentsModule,
  ReportsModule,
  OverviewModule,
  BooksModule,
];

@Module({})
export class AppModule {
  static for(env: Env): DynamicModule {
    return {
      module: AppModule,
      imports: [LoggerModule.forRoot(logging(env)), KernelModule.forApi(env), ...CAPABILITIES],
      controllers: [HealthController, MetricsController],
      providers: [Metrics],
      exports: [Metrics],
    };
  }
}
