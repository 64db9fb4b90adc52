import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsISO8601,
  IsOptional,
  Min,
} from 'class-validator';
import { Id, OneOf, PageQuery, PageView, SortBy, Text, Whole } from '#kernel';
import { MAX_TEMPLATE } from '#contact/messaging';
import { MAX_PICKED } from '#membership/members';
import { CAMPAIGN_SORTS } from './campaign-list.query.js';
import { CAMPAIGN_STATUSES, type CampaignStatus } from './campaign.rules.js';

const MemberIds = () =>
  applyDecorators(
    ApiProperty({ type: [Number], required: false, maxItems: MAX_PICKED }),
    IsOptional(),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MAX_PICKED),
    IsInt({ each: true }),
    Min(1, { each: true }),
  );

const Instant = () =>
  applyDecorators(
    ApiProperty({ type: String, format: 'date-time', required: false, nullable: true }),
    IsOptional(),
    IsISO8601({ strict: true }),
  );

const Count = () => ApiProperty({ type: 'integer' });
const At = () => ApiProperty({ type: String, format: 'date-time', nullable: true });

export class CampaignRef {
  @Id() id!: number;
}

export class CampaignQuery extends PageQuery {
  @OneOf(CAMPAIGN_STATUSES, { optional: true }) status?: CampaignStatus;
  @SortBy(CAMPAIGN_SORTS) sort?: string;
}

/** Either a saved segment or members picked one by one. */
export class CampaignPreviewInput {
  @Id({ optional: true }) segmentId?: number;
  @MemberIds() memberIds?: number[];
  @Text({ max: MAX_TEMPLATE }) body!: string;
  /** Left out: now. */
  @Instant() scheduledAt?: string | null;
}

export class CreateCampaignInput extends CampaignPreviewInput {
  @Text({ max: 60 }) name!: string;
  @Id({ optional: true }) templateId?: number;
  /** How many would get it, as the preview said. */
  @Whole({ min: 1 }) expected!: number;
}

export class CampaignSample {
  @Count() memberId!: number;
  @ApiProperty() memberName!: string;
  @ApiProperty() text!: string;
  @Count() parts!: number;
}

export class CampaignPreview {
  @Count() members!: number;
  /** Who gets it: a phone, and a yes to advertising. */
  @Count() reachable!: number;
  @Count() noPhone!: number;
  @Count() notAsked!: number;
  @Count() noConsent!: number;
  /** Parts of all messages together. */
  @Count() parts!: number;
  /** Whether `parts` is certain, or reckoned from a sample because the text differs from member to member. */
  @ApiProperty() exact!: boolean;
  /** The shortest and the longest message of the sample, in parts. */
  @Count() fewestParts!: number;
  @Count() mostParts!: number;
  @ApiProperty({ type: 'integer', description: 'cents' }) costCents!: number;
  @ApiProperty({ type: 'integer', description: 'thousandths of a yuan' }) priceMills!: number;
  /** How many of those who get it have quiet hours then, and until when the last of them waits. */
  @Count() waiting!: number;
  @At() waitingUntil!: Date | null;
  @ApiProperty({ type: [CampaignSample] }) samples!: CampaignSample[];
  @ApiProperty({ type: [String] }) unknown!: string[];
}

export class CampaignCreated {
  @Count() campaignId!: number;
  @ApiProperty({ enum: CAMPAIGN_STATUSES }) status!: CampaignStatus;
}

export class CampaignCounts {
  @Count() queued!: number;
  @Count() sending!: number;
  @Count() sent!: number;
  @Count() delivered!: number;
  @Count() failed!: number;
  @Count() unknown!: number;
  @Count() suppressed!: number;
}

export class CampaignReason {
  @ApiProperty() status!: string;
  @ApiProperty() reason!: string;
  @Count() count!: number;
}

export class CampaignRow {
  @Count() id!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: CAMPAIGN_STATUSES }) status!: CampaignStatus;
  @ApiProperty({ type: String, nullable: true }) errorCode!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) segmentId!: number | null;
  @ApiProperty({ type: String, nullable: true }) segmentName!: string | null;
  @ApiProperty() createdByName!: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: Date;
  @ApiProperty({ type: String, format: 'date-time' }) scheduledAt!: Date;
  @At() finishedAt!: Date | null;
  /** Rows written so far: everybody of the audience, those who get nothing included. */
  @Count() recipients!: number;
  /** How many were to get it when it was confirmed. */
  @Count() expected!: number;
  @ApiProperty({ type: CampaignCounts }) counts!: CampaignCounts;
}
export class CampaignPage extends PageView(CampaignRow) {}

export class CampaignView extends CampaignRow {
  @ApiProperty() body!: string;
  @ApiProperty() signature!: string;
  @ApiProperty() optOut!: string;
  @ApiProperty({ type: [CampaignReason] }) reasons!: CampaignReason[];
  /** Parts of what went out, and what they cost. */
  @Count() parts!: number;
  @ApiProperty({ type: 'integer', description: 'cents' }) costCents!: number;
  /** Set while everything that waits has quiet hours. */
  @At() quietUntil!: Date | null;
}
