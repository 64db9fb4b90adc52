import { TenderCode, TenderReference } from '#chain/tenders';
import { CARD_STATUSES, type CardStatus } from '#membership/cards';
import { Cents, Flag, Id, Text } from '#kernel';
import type { GrantTerms } from '#chain/grants';
import { ApiProperty } from '@nestjs/swagger';
import { GIVES } from './top-up-rule.dto.js';

/** `ruleId` left out: the best rule in force; null: no rule. */
export class TopUpTermsInput {
  @Cents({ min: 1 }) amountCents!: number;
  @TenderCode() tender!: string;
  @TenderReference() reference?: string | null;
  @Id({ optional: true }) ruleId?: number | null;
  /** A warning about a prepaid limit was read; a limit that stops stays one. */
  @Flag({ optional: true }) acceptLimit?: boolean;
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
  @ApiProperty(GIVES) gives!: readonly GrantTerms[];
  @ApiProperty() perMultiple!: boolean;
  /** Raises the member to this level; null where it is none or no higher one. */
  @ApiProperty({ type: 'integer', nullable: true }) grantsLevelId!: number | null;
  @ApiProperty({ type: 'string', nullable: true }) grantsLevelName!: string | null;
}

/** What a top-up gave of a kind, in the kind's own unit: cents, points, pieces. */
export class GivenView {
  @ApiProperty() kind!: string;
  @ApiProperty({ type: 'integer' }) amount!: number;
}

export class TopUpView {
  @ApiProperty({ type: 'integer' }) topUpId!: number;
  @ApiProperty() receiptNo!: string;
  @ApiProperty({ type: 'integer' }) principalCents!: number;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  @ApiProperty({ type: 'integer' }) points!: number;
  /** All that it gave, bonus and points too, in the order of papers. */
  @ApiProperty({ type: [GivenView] }) gave!: GivenView[];
  @ApiProperty({ type: 'integer' }) principalAfterCents!: number;
  @ApiProperty({ type: 'integer' }) bonusAfterCents!: number;
  @ApiProperty({ type: 'integer' }) pointsAfter!: number;
  @ApiProperty({ type: 'integer' }) debtRepaidCents!: number;
  /** The level it raised the member to. */
  @ApiProperty({ type: 'integer', nullable: true }) levelId!: number | null;
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
  /** What became of the card since. */
  @ApiProperty({ enum: CARD_STATUSES, nullable: true }) cardStatus!: CardStatus | null;
  @ApiProperty() cardExpired!: boolean;
  /** The owner of the wallet that a family card topped up; null: the member's own. */
  @ApiProperty({ type: 'string', nullable: true }) payerName!: string | null;
  @ApiProperty() tender!: string;
  @ApiProperty({ type: 'string', nullable: true }) reference!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) ruleName!: string | null;
  @ApiProperty({ type: 'integer' }) principalCents!: number;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  @ApiProperty({ type: 'integer' }) points!: number;
  /** All that it gave, bonus and points too, in the order of papers. */
  @ApiProperty({ type: [GivenView] }) gave!: GivenView[];
  @ApiProperty({ type: 'integer' }) principalAfterCents!: number;
  @ApiProperty({ type: 'integer' }) bonusAfterCents!: number;
  @ApiProperty({ type: 'integer' }) pointsAfter!: number;
  /** The level it raised the member to. */
  @ApiProperty({ type: 'string', nullable: true }) raisedToLevelName!: string | null;
  @ApiProperty({ type: 'integer' }) printCount!: number;
  /** Taken back since, by the slip of this number. */
  @ApiProperty({ type: 'string', nullable: true }) reversedBy!: string | null;
  @ApiProperty() receiptFooter!: string;
}
