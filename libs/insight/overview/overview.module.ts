import { Module } from '@nestjs/common';
import { OverviewController } from './overview.controller.js';
import { OverviewService } from './overview.service.js';

// The figures head office opens with: each from its one definition. Owns no table.
@Module({ controllers: [OverviewController], providers: [OverviewService] })
export class OverviewModule {}
