import { ApprovalInput } from '#chain/approvals';
import {
  DateOnly,
  Flag,
  Id,
  MAX_CENTS,
  Nested,
  OneOf,
  PageQuery,
  PageView,
  SortBy,
  Text,
  Whole,
} from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { NotEquals } from 'class-validator';

import { ADJUSTMENT_SORTS } from './adjustment-list.query.js';

export const ADJUSTMENT_KINDS = ['principal', 'bonus', 'points'] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];
export const WALLET_KINDS = ['principal', 'bonus'] as const;

const Int = () => ApiProperty({ type: 'integer' });

export class WalletAdjustmentInput {
  @OneOf(WALLET_KINDS) kind!: 'principal' | 'bonus';
  /** Cents: + given, − taken. */
  @Whole({ min: -MAX_CENTS, max: MAX_CENTS }) @NotEquals(0) amountCents!: number;
  /** Last valid day of given bonus; left out: it doesn't expire. */
  @DateOnly({ optional: true }) expiresOn?: string | null;
  @Text({ max: 200 }) reason!: string;
  /** The warning of the prepaid limit was read. */
  @Flag({ optional: true }) acceptLimit?: boolean;
  @Nested(() => ApprovalInput, { optional: true }) approval?: ApprovalInput | null;
}

export class PointsAdjustmentInput {
  /** + given, − taken. */
  @Whole({ min: -1_000_000_000, max: 1_000_000_000 }) @NotEquals(0) points!: number;
  @Text({ max: 200 }) reason!: string;
  @Nested(() => ApprovalInput, { optional: true }) approval?: ApprovalInput | null;
}

export class AdjustmentResult {
  @Int() adjustmentId!: number;
  @ApiProperty() receiptNo!: string;
  /** Cents, or points. */
  @Int() amount!: number;
  @Int() repaid!: number;
  @Int() balanceAfter!: number;
}

export class AdjustmentRef {
  @Id() id!: number;
}

export class AdjustmentQuery extends PageQuery {
  @OneOf(ADJUSTMENT_KINDS, { optional: true }) kind?: AdjustmentKind;
  @DateOnly({ optional: true }) from?: string;
  @DateOnly({ optional: true }) to?: string;
  @Id({ optional: true }) storeId?: number;
  @Id({ optional: true }) staffId?: number;
  @Id({ optional: true }) memberId?: number;
  @SortBy(ADJUSTMENT_SORTS) sort?: string;
}

export class AdjustmentRow {
  @Int() id!: number;
  @ApiProperty({ enum: ADJUSTMENT_KINDS }) kind!: AdjustmentKind;
  @ApiProperty() receiptNo!: string;
  @ApiProperty({ format: 'date' }) businessDate!: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) at!: Date;
  @Int() storeId!: number;
  @ApiProperty() storeName!: string;
  @ApiProperty() staffName!: string;
  @ApiProperty({ type: 'string', nullable: true }) approvedByName!: string | null;
  @Int() memberId!: number;
  @ApiProperty() memberName!: string;
  @Int() amount!: number;
  @Int() repaid!: number;
  @ApiProperty({ type: 'string', format: 'date', nullable: true }) expiresOn!: string | null;
  @Int() balanceAfter!: number;
  @ApiProperty() reason!: string;
}

export class AdjustmentTotals {
  @Int() principalCents!: number;
  @Int() bonusCents!: number;
  @Int() points!: number;
  @Int() principalGivenCents!: number;
  @Int() principalTakenCents!: number;
  @Int() bonusGivenCents!: number;
  @Int() bonusTakenCents!: number;
  @Int() pointsGiven!: number;
  @Int() pointsTaken!: number;
}

export class AdjustmentPage extends PageView(AdjustmentRow) {
  @ApiProperty({ type: AdjustmentTotals, required: false }) totals?: AdjustmentTotals;
}

/** As it is shown and printed. */
export class AdjustmentView extends AdjustmentRow {
  @ApiProperty({ type: 'string', nullable: true }) tillName!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) storeAddress!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) storePhone!: string | null;
  @ApiProperty() levelName!: string;
  @ApiProperty({ type: 'string', nullable: true }) phoneMasked!: string | null;
  @ApiProperty() receiptFooter!: string;
}
