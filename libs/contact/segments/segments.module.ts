import { Module } from '@nestjs/common';
import { MessagingModule, MessagingWorkerModule } from '#contact/messaging';
import { SettingsModule } from '#chain/settings';
import { CampaignAudience } from './campaigns/campaign-audience.js';
import { CampaignRunner } from './campaigns/campaign-runner.js';
import { CampaignSendingRepository } from './campaigns/campaign-sending.repository.js';
import { CampaignsController } from './campaigns/campaigns.controller.js';
import { CampaignsRepository } from './campaigns/campaigns.repository.js';
import { CampaignsService } from './campaigns/campaigns.service.js';
import { SegmentAudience } from './segment-audience.js';
import './segment-list.report.js';
import './segment-members.report.js';
import { SegmentsController } from './segments.controller.js';
import { SegmentsRepository } from './segments.repository.js';
import { SegmentsService } from './segments.service.js';

// For the API: questions about members, and bulk messages as they are asked for. Reads members, cards, wallets and sales
// by SQL and owns none of them.
@Module({
  imports: [MessagingModule, SettingsModule],
  controllers: [SegmentsController, CampaignsController],
  providers: [
    SegmentsService,
    SegmentsRepository,
    SegmentAudience,
    CampaignsService,
    CampaignsRepository,
    CampaignAudience,
  ],
})
export class SegmentsModule {}

// For the worker: sends what was confirmed.
@Module({
  imports: [MessagingWorkerModule, SettingsModule],
  providers: [
    SegmentAudience,
    CampaignAudience,
    CampaignsRepository,
    CampaignSendingRepository,
    CampaignRunner,
  ],
})
export class SegmentsWorkerModule {}
