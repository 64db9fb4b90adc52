import { Id } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import {} from './card.dto.js';
import { CARD_STATUSES, type CardStatus } from './card.rules.js';

export const CARD_CHARGE_KINDS = ['issue', 'replacement'] as const;

export class CardChargeRef {
  @Id() id!: number;
}

/** The slip of a card's deposit and fee, as it is printed. */
export class CardChargeSlipView {
  @ApiProperty({ type: 'integer' }) chargeId!: number;
  @ApiProperty() receiptNo!: string;
  @ApiProperty({ enum: CARD_CHARGE_KINDS }) kind!: string;
  @ApiProperty({ format: 'date' }) businessDate!: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) at!: Date;
  @ApiProperty() storeName!: string;
  @ApiProperty({ type: 'string', nullable: true }) storeAddress!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) storePhone!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) tillName!: string | null;
  @ApiProperty() staffName!: string;
  @ApiProperty({ type: 'integer' }) memberId!: number;
  @ApiProperty() memberName!: string;
  @ApiProperty({ type: 'string', nullable: true }) phoneMasked!: string | null;
  @ApiProperty() cardNoMasked!: string;
  /** What became of the card since. */
  @ApiProperty({ enum: CARD_STATUSES }) cardStatus!: CardStatus;
  @ApiProperty() cardExpired!: boolean;
  @ApiProperty() tender!: string;
  @ApiProperty({ type: 'string', nullable: true }) reference!: string | null;
  @ApiProperty({ type: 'integer' }) depositCents!: number;
  @ApiProperty({ type: 'integer' }) feeCents!: number;
  @ApiProperty() receiptFooter!: string;
}
