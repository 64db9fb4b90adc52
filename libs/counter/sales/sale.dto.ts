import { TenderCode, TenderReference } from '#chain/tenders';
import { ApprovalInput } from '#chain/approvals';
import { SALE_LINE_INPUTS } from '#goods/lines';
import { ApiProperty } from '@nestjs/swagger';
import {
  Cents,
  DateOnly,
  Id,
  IdList,
  ListOf,
  ListOfKinds,
  Nested,
  OneOf,
  PageQuery,
  Pin,
  SortBy,
  Text,
  Whole,
} from '#kernel';
import { SALE_SORTS, SALE_STATES, type SaleState } from './sale-list.query.js';

export class SaleTenderInput {
  @TenderCode() tender!: string;
  /** What this tender pays of the sale. */
  @Cents({ min: 1 }) amountCents!: number;
  /** How much of its own unit that is: points. */
  @Whole({ min: 1, max: 1_000_000_000, optional: true }) units?: number | null;
  /** What was handed over: more than the amount for cash only. */
  @Cents({ min: 1, optional: true }) givenCents?: number;
  @TenderReference() reference?: string | null;
}

export class SaleInput {
  @Id({ optional: true }) memberId?: number;
  @Text({ max: 32, pattern: /^[0-9A-Z]{4,32}$/, optional: true }) cardNo?: string;
  /** Each of the kind that it names; without one a product. */
  @ListOfKinds(SALE_LINE_INPUTS, { min: 1, max: 200 }) lines!: { kind?: string | null }[];
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
  /** Paid by what is neither stored value nor money, and the points that are part of it. */
  @ApiProperty({ type: 'integer' }) otherCents!: number;
  @ApiProperty({ type: 'integer' }) pointsUsed!: number;
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
  @TenderCode({ optional: true }) tender?: string;
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
  /** Those that had paid: they are the member's again. */
  @ApiProperty({ type: 'integer' }) pointsGivenBack!: number;
}

export class PrintResult {
  @ApiProperty({ type: 'integer' }) printCount!: number;
}
