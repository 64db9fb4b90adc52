import { TenderCode } from '#chain/tenders';
import { DateOnly, Id, IdList, OneOf, PageQuery, PageView, SortBy } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { GivenView } from './top-up.dto.js';
import { TOP_UP_SORTS, TOP_UP_STATES, type TopUpState } from './top-up-list.query.js';

export class TopUpQuery extends PageQuery {
  @DateOnly({ optional: true }) from?: string;
  @DateOnly({ optional: true }) to?: string;
  @Id({ optional: true }) storeId?: number;
  @IdList({ optional: true }) storeIds?: number[];
  @Id({ optional: true }) staffId?: number;
  @Id({ optional: true }) memberId?: number;
  @Id({ optional: true }) ruleId?: number;
  @TenderCode({ optional: true }) tender?: string;
  @OneOf(TOP_UP_STATES, { optional: true }) state?: TopUpState;
  @SortBy(TOP_UP_SORTS) sort?: string;
}

export class TopUpRowView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() receiptNo!: string;
  @ApiProperty({ format: 'date' }) businessDate!: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) at!: Date;
  @ApiProperty({ type: 'integer' }) storeId!: number;
  @ApiProperty() storeName!: string;
  @ApiProperty() staffName!: string;
  @ApiProperty({ type: 'integer' }) memberId!: number;
  @ApiProperty() memberName!: string;
  @ApiProperty() tender!: string;
  @ApiProperty({ type: 'integer' }) principalCents!: number;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  @ApiProperty({ type: 'integer' }) points!: number;
  @ApiProperty({ type: [GivenView] }) gave!: GivenView[];
  @ApiProperty({ type: 'string', nullable: true }) ruleName!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) ruleVersion!: number | null;
  /** Taken back by the slip of this number. */
  @ApiProperty({ type: 'string', nullable: true }) reversedBy!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) reversalReason!: string | null;
}

/** Of everything that was found, not of the page; what was taken back is left out of the sums. */
export class TopUpTotals {
  @ApiProperty({ type: 'integer' }) count!: number;
  @ApiProperty({ type: 'integer' }) principalCents!: number;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  @ApiProperty({ type: 'integer' }) points!: number;
  @ApiProperty({ type: 'integer' }) reversedCount!: number;
  @ApiProperty({ type: 'integer' }) reversedCents!: number;
}

export class TopUpListPage extends PageView(TopUpRowView) {
  @ApiProperty({ type: TopUpTotals, required: false }) totals?: TopUpTotals;
}

export class SlipPrintView {
  @ApiProperty({ type: 'integer' }) printCount!: number;
}
