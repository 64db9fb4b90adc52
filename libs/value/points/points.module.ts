import { SettingsModule } from '#chain/settings';
import { Module } from '@nestjs/common';
import { PointsService } from './points.service.js';

/** Owns the terms of points: how long they live and what they count for. Balances and lots are the ledger's. */
@Module({ imports: [SettingsModule], providers: [PointsService], exports: [PointsService] })
export class PointsModule {}
