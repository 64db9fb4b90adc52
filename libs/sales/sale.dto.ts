import { ApprovalInput } from '#approvals';
import { ApiProperty } from '@nestjs/swagger';
import {
  Cents,
  DateOnly,
  Id,
  IdList,
  ListOf,
  Nested,
  OneOf,
  PageQuery,
  Pin,
  QtyMilli,
  SortBy,
  Text,
} from '#kernel';
import { SALE_TENDERS, type SaleTender } from '#reports';
import { SALE_SORTS, SALE_STATES, type SaleState } from './sale-list.query.js';
import { TENDERS, type Tender } from './tenders.js';

export class SaleLineInput {
  @Id() productId!: number;
  @QtyMilli() qtyMilli!: number;
  /** As the till showed it; another price today refuses the sale. */
  @Cents() unitPriceCents!: number;
}

export class SaleTenderInput {
  @OneOf(TENDERS) tender!: Tender;
  /** What this tender pays of the sale. */
  @Cents({ min: 1 }) amountCents!: number;
  /** What was handed over: more than the amount for cash only. */
  @Cents({ min: 1, optional: true }) givenCents?: number;
}

export class SaleInput {
  @Id({ optional: true }) memberId?: number;
  @Text({ max: 32, pattern: /^[0-9A-Z]{4,32}$/, optional: true }) cardNo?: string;
  @ListOf(() => SaleLineInput, { min: 1, max: 200 }) lines!: SaleLineInput[];
  @ListOf(() => SaleTenderInput, { max: 10 }) tenders!: SaleTenderInput[];
  @Cents() dueCents!: number;
  @Pin({ optional: true }) pin?: string;
  /** For more than the amount of a PIN with one that was set today. */
  @Nested(() => ApprovalInput, { optional: true }) approval?: ApprovalInput | null;
  @Text({ max: 200, optional: true }) note?: string;
}

/** Ids and amounts only: it is stored as the command's answer. */
export class SaleResult {
  @ApiProperty({ type: 'integer' }) saleId!: number;
  @ApiProperty() receiptNo!: string;
  @ApiProperty({ type: 'integer' }) dueCents!: number;
  @ApiProperty({ type: 'integer' }) changeCents!: number;
  @ApiProperty({ type: 'integer' }) principalCents!: number;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  @ApiProperty({ type: 'integer' }) receivedCents!: number;
  @ApiProperty({ type: 'integer' }) pointsEarned!: number;
  @ApiProperty({ type: 'integer', nullable: true }) principalAfterCents!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) bonusAfterCents!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) pointsAfter!: number | null;
}

export class SaleRef {
  @Id() id!: number;
}

export class SaleQuery extends PageQuery {
  @Id({ optional: true }) storeId?: number;
  @Id({ optional: true }) staffId?: number;
  @Id({ optional: true }) memberId?: number;
  /** The level that the buyer had. */
  @IdList({ optional: true, max: 100 }) levelId?: number[];
  @OneOf(SALE_TENDERS, { optional: true }) tender?: SaleTender;
  @OneOf(SALE_STATES, { optional: true }) status?: SaleState;
  @SortBy(SALE_SORTS) sort?: string;
  /** First and last business date. */
  @DateOnly({ optional: true }) from?: string;
  @DateOnly({ optional: true }) to?: string;
}

export class VoidSaleInput {
  @Text({ max: 200 }) reason!: string;
  /** After the end of the business day another person approves from an amount on. */
  @Nested(() => ApprovalInput, { optional: true }) approval?: ApprovalInput | null;
}

export class VoidSaleResult {
  @ApiProperty({ type: 'integer' }) saleId!: number;
  @ApiProperty({ type: 'integer' }) entryId!: number;
  /** Goes back into the wallet. */
  @ApiProperty({ type: 'integer' }) principalCents!: number;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  /** Money to hand back, by the tenders of the sale. */
  @ApiProperty({ type: 'integer' }) receivedCents!: number;
  @ApiProperty({ type: 'integer' }) pointsTakenBack!: number;
}

export class PrintResult {
  @ApiProperty({ type: 'integer' }) printCount!: number;
}
