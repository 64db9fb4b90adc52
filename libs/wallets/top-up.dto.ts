import { MONEY_TENDERS, type MoneyTender } from '#cards';
import { Cents, Id, OneOf, Text } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';

/** `ruleId` left out: the best rule in force; null: no rule. */
export class TopUpTermsInput {
  @Cents({ min: 1 }) amountCents!: number;
  @OneOf(MONEY_TENDERS) tender!: MoneyTender;
  @Id({ optional: true }) ruleId?: number | null;
}

export class TopUpInput extends TopUpTermsInput {
  @Text({ max: 40, optional: true }) cardNo?: string | null;
  @Text({ max: 200, optional: true }) note?: string | null;
}

export class TopUpRef {
  @Id() id!: number;
}

/** For a member, or for somebody about to join at a level. */
export class OffersQuery {
  @Id({ optional: true }) memberId?: number;
  @Id({ optional: true }) levelId?: number;
  @Cents({ min: 1, optional: true }) amountCents?: number;
}

export class OfferView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ type: 'integer' }) payCents!: number;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  @ApiProperty({ type: 'integer', nullable: true }) bonusValidDays!: number | null;
  @ApiProperty({ type: 'integer' }) bonusInstalments!: number;
  @ApiProperty({ type: 'integer' }) points!: number;
}

export class TopUpView {
  @ApiProperty({ type: 'integer' }) topUpId!: number;
  @ApiProperty() receiptNo!: string;
  @ApiProperty({ type: 'integer' }) principalCents!: number;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  @ApiProperty({ type: 'integer' }) points!: number;
  @ApiProperty({ type: 'integer' }) principalAfterCents!: number;
  @ApiProperty({ type: 'integer' }) bonusAfterCents!: number;
  @ApiProperty({ type: 'integer' }) pointsAfter!: number;
  @ApiProperty({ type: 'integer' }) debtRepaidCents!: number;
}

/** The slip of a top-up, as it is printed. */
export class TopUpSlipView {
  @ApiProperty({ type: 'integer' }) topUpId!: number;
  @ApiProperty() receiptNo!: string;
  @ApiProperty({ format: 'date' }) businessDate!: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) at!: Date;
  @ApiProperty() storeName!: string;
  @ApiProperty({ type: 'string', nullable: true }) storeAddress!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) storePhone!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) tillName!: string | null;
  @ApiProperty() staffName!: string;
  @ApiProperty({ type: 'integer' }) memberId!: number;
  @ApiProperty() memberName!: string;
  @ApiProperty() levelName!: string;
  @ApiProperty({ type: 'string', nullable: true }) phoneMasked!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) cardNoMasked!: string | null;
  @ApiProperty({ enum: MONEY_TENDERS }) tender!: string;
  @ApiProperty({ type: 'string', nullable: true }) ruleName!: string | null;
  @ApiProperty({ type: 'integer' }) principalCents!: number;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  @ApiProperty({ type: 'integer' }) points!: number;
  @ApiProperty({ type: 'integer' }) principalAfterCents!: number;
  @ApiProperty({ type: 'integer' }) bonusAfterCents!: number;
  @ApiProperty({ type: 'integer' }) pointsAfter!: number;
  @ApiProperty() receiptFooter!: string;
}
