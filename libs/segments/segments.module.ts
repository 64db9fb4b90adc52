import { Module } from '@nestjs/common';
import { registerEntities } from '#kernel';
import { CampaignEntity } from './campaigns/campaign.entity.js';
import { SegmentAudience } from './segment-audience.js';
import { SegmentCountEntity, SegmentEntity } from './segment.entity.js';
import { SegmentsController } from './segments.controller.js';
import { SegmentsRepository } from './segments.repository.js';
import { SegmentsService } from './segments.service.js';

registerEntities(SegmentEntity, SegmentCountEntity, CampaignEntity);

@Module({
  controllers: [SegmentsController],
  providers: [SegmentsService, SegmentsRepository, SegmentAudience],
})
export class SegmentsModule {}
