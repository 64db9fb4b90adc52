import { Module } from '@nestjs/common';
import { registerEntities } from '#kernel';
import { CampaignEntity } from './campaigns/campaign.entity.js';
import { SegmentCountEntity, SegmentEntity } from './segment.entity.js';

registerEntities(SegmentEntity, SegmentCountEntity, CampaignEntity);

@Module({})
export class SegmentsModule {}
