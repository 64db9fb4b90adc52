import { OneOf, Text, Whole } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { TIMELINE_GROUPS, type TimelineGroup } from './timeline.rules.js';

export class TimelineQuery {
  @Whole({ min: 1, max: 200, optional: true }) limit?: number;
  /** 'purchases': sales and what undoes them; 'value': everything else that moved value or money. Left out: both. */
  @OneOf(TIMELINE_GROUPS, { optional: true }) group?: TimelineGroup;
  /** The `place` of the last row shown: the ones before it in time. */
  @Text({ max: 80, pattern: /^\d{1,16} \S+$/, optional: true })
  after?: string;
}

/** One act of a member; principal, bonus and points signed from the member's side. */
export class ActivityRow {
  @ApiProperty({ type: 'string', format: 'date-time' }) at!: Date;
  @ApiProperty({ format: 'date' }) businessDate!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() storeName!: string;
  @ApiProperty() receiptNo!: string;
  @ApiProperty({ type: 'integer', nullable: true }) saleId!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) topUpId!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) payoutId!: number | null;
  @ApiProperty({ type: 'integer' }) principalCents!: number;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  @ApiProperty({ type: 'integer' }) points!: number;
  @ApiProperty({ type: 'integer' }) amountCents!: number;
  /** The other side of a family card: the owner whose wallet paid, or for the owner who used the card. */
  @ApiProperty({ type: 'string', nullable: true }) otherName!: string | null;
  /** To go on from here. */
  @ApiProperty() place!: string;
}
