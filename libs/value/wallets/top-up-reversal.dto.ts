import { ApprovalInput } from '#chain/approvals';
import { Nested, Text } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';

export class ReverseTopUpInput {
  @Text({ max: 200 }) reason!: string;
  /** From an amount on another person approves. */
  @Nested(() => ApprovalInput, { optional: true }) approval?: ApprovalInput;
}

/** What was taken back, and what of it became debt because it was spent already. */
/** In the unit of the kind. */
export class TakenView {
  @ApiProperty() kind!: string;
  @ApiProperty({ type: 'integer' }) amount!: number;
  /** What of it is owed; of what is kept in no account: what stays used. */
  @ApiProperty({ type: 'integer' }) owed!: number;
}

export class TopUpReversedView {
  @ApiProperty({ type: 'integer' }) topUpReversalId!: number;
  @ApiProperty() receiptNo!: string;
  @ApiProperty({ type: 'integer' }) entryId!: number;
  /** Money out of the drawer of the acting till, by the tender of the top-up. */
  @ApiProperty({ type: 'integer' }) principalCents!: number;
  @ApiProperty() tender!: string;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  @ApiProperty({ type: 'integer' }) points!: number;
  /** What was taken beside bonus and points. */
  @ApiProperty({ type: [TakenView] }) took!: readonly TakenView[];
  @ApiProperty({ type: 'integer' }) principalDebtCents!: number;
  @ApiProperty({ type: 'integer' }) bonusDebtCents!: number;
  @ApiProperty({ type: 'integer' }) pointsDebt!: number;
  @ApiProperty({ type: 'integer' }) principalAfterCents!: number;
  @ApiProperty({ type: 'integer' }) bonusAfterCents!: number;
  @ApiProperty({ type: 'integer' }) pointsAfter!: number;
  /** The level the member is back at. */
  @ApiProperty({ type: 'integer', nullable: true }) levelId!: number | null;
}
