import { ApprovalInput } from '#chain/approvals';
import { ApiProperty } from '@nestjs/swagger';
import { Cents, Id, ListOf, Nested, OneOf, QtyMilli, Text, Whole } from '#kernel';

export const GOODS_TO = ['shelf', 'scrap'] as const;
export type GoodsTo = (typeof GOODS_TO)[number];

export class ReturnLineInput {
  @Whole({ min: 1, max: 1_000_000 }) lineNo!: number;
  @QtyMilli() qtyMilli!: number;
  /** Back on the shelf at the cost they left at, or scrap; of a service nothing comes back. */
  @OneOf(GOODS_TO, { optional: true }) goods?: GoodsTo;
}

export class ReturnPreviewQuery {
  /** Numbers of lines with thousandths of their unit, `2:1000,3:500`; left out: all that is left. */
  @Text({
    max: 4_000,
    pattern: /^[1-9]\d{0,6}:[1-9]\d{0,9}(,[1-9]\d{0,6}:[1-9]\d{0,9})*$/,
    optional: true,
  })
  lines?: string;
}

export class ReturnInput {
  @ListOf(() => ReturnLineInput, { min: 1, max: 200 }) lines!: ReturnLineInput[];
  @Text({ max: 200 }) reason!: string;
  /** What comes back in all, as the preview showed it; another amount by now refuses the return. */
  @Cents({ optional: true }) cents?: number;
  /** From an amount on another person approves. */
  @Nested(() => ApprovalInput, { optional: true }) approval?: ApprovalInput | null;
}

export class ReturnRef {
  @Id() id!: number;
}

export class ReturnMoneyView {
  @ApiProperty() tender!: string;
  @ApiProperty({ type: 'integer' }) amountCents!: number;
}

/** What goes back and is no money: points, and what they had paid. */
export class ReturnCountedView extends ReturnMoneyView {
  @ApiProperty({ type: 'integer' }) units!: number;
}

/** What goes back where. */
export class ReturnAmounts {
  @ApiProperty({ type: 'integer' }) cents!: number;
  @ApiProperty({ type: 'integer' }) principalCents!: number;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  @ApiProperty({ type: ReturnMoneyView, isArray: true }) money!: ReturnMoneyView[];
  @ApiProperty({ type: ReturnCountedView, isArray: true }) counted!: ReturnCountedView[];
  /** Points taken back, and how many of them are owed because they are spent. */
  @ApiProperty({ type: 'integer' }) points!: number;
  @ApiProperty({ type: 'integer' }) pointsOwed!: number;
  @ApiProperty({ type: 'integer', nullable: true }) principalAfterCents!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) bonusAfterCents!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) pointsAfter!: number | null;
}

/** Ids and amounts only: it is stored as the command's answer. */
export class ReturnResult extends ReturnAmounts {
  @ApiProperty({ type: 'integer' }) returnId!: number;
  @ApiProperty() receiptNo!: string;
  @ApiProperty({ type: 'integer' }) saleId!: number;
  @ApiProperty({ type: 'integer' }) entryId!: number;
}

/** Bonus that goes back into a lot: the one it came from, its grace period, or away at once where that is over. */
export class ReturnedBonusView {
  @ApiProperty({ type: 'integer' }) amountCents!: number;
  @ApiProperty({ type: String, format: 'date', nullable: true }) expiresOn!: string | null;
  @ApiProperty({ enum: ['lot', 'grace', 'expired'] }) into!: 'lot' | 'grace' | 'expired';
}

export class ReturnPreviewLine {
  @ApiProperty({ type: 'integer' }) lineNo!: number;
  @ApiProperty({ type: 'integer' }) qtyMilli!: number;
  @ApiProperty({ type: 'integer' }) cents!: number;
}

export class ReturnPreview extends ReturnAmounts {
  @ApiProperty({ type: ReturnPreviewLine, isArray: true }) lines!: ReturnPreviewLine[];
  @ApiProperty({ type: ReturnedBonusView, isArray: true }) bonus!: ReturnedBonusView[];
  /** `till`: money leaves its drawer; `safe`: that of the store. */
  @ApiProperty({ enum: ['till', 'safe'] }) moneyFrom!: 'till' | 'safe';
  @ApiProperty() needsApproval!: boolean;
}

export class ReturnableLineView {
  @ApiProperty({ type: 'integer' }) lineNo!: number;
  @ApiProperty() kind!: string;
  @ApiProperty() productName!: string;
  @ApiProperty({ type: String, nullable: true }) unit!: string | null;
  @ApiProperty() weighed!: boolean;
  @ApiProperty() isGoods!: boolean;
  @ApiProperty({ type: 'integer' }) qtyMilli!: number;
  @ApiProperty({ type: 'integer' }) returnedMilli!: number;
  @ApiProperty({ type: 'integer' }) netCents!: number;
  @ApiProperty({ type: 'integer' }) leftCents!: number;
}

export class ReturnLineView {
  @ApiProperty({ type: 'integer' }) lineNo!: number;
  @ApiProperty() kind!: string;
  @ApiProperty() productName!: string;
  @ApiProperty({ type: String, nullable: true }) unit!: string | null;
  @ApiProperty({ type: 'integer' }) qtyMilli!: number;
  @ApiProperty({ type: 'integer' }) cents!: number;
  @ApiProperty({ enum: ['shelf', 'scrap', 'none'] }) goods!: 'shelf' | 'scrap' | 'none';
}

/** A return as its slip shows it. */
export class ReturnView extends ReturnAmounts {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() receiptNo!: string;
  @ApiProperty({ format: 'date' }) businessDate!: string;
  @ApiProperty({ type: String, format: 'date-time' }) at!: string;
  @ApiProperty() storeName!: string;
  @ApiProperty({ type: String, nullable: true }) tillName!: string | null;
  @ApiProperty() staffName!: string;
  @ApiProperty() reason!: string;
  @ApiProperty({ type: 'integer' }) printCount!: number;
  @ApiProperty({ type: ReturnLineView, isArray: true }) lines!: ReturnLineView[];
}

/** What may come back of a sale, and what came back already. */
export class ReturnsOfSale {
  @ApiProperty({ type: 'integer' }) saleId!: number;
  @ApiProperty() receiptNo!: string;
  @ApiProperty({ type: String, nullable: true }) memberName!: string | null;
  @ApiProperty({ format: 'date' }) businessDate!: string;
  @ApiProperty({ type: 'integer' }) dueCents!: number;
  @ApiProperty({ type: 'integer' }) returnedCents!: number;
  @ApiProperty() voided!: boolean;
  @ApiProperty({ type: ReturnableLineView, isArray: true }) lines!: ReturnableLineView[];
  @ApiProperty({ type: ReturnView, isArray: true }) returns!: ReturnView[];
}

export class ReturnPrintResult {
  @ApiProperty({ type: 'integer' }) printCount!: number;
}
