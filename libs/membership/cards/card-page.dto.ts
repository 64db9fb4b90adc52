import { ApiProperty } from '@nestjs/swagger';
import { CARD_CHARGE_KINDS } from './card-charge.dto.js';
import {
  CARD_ORIGINS,
  CARD_STATUSES,
  CARD_STOCK_STATES,
  type CardOrigin,
  type CardStatus,
  type CardStockState,
} from './card.rules.js';

export class LinkedCard {
  @ApiProperty() cardNo!: string;
  @ApiProperty({ enum: CARD_STATUSES }) status!: CardStatus;
}

export class CardPersonView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
}

export class CardEventView {
  @ApiProperty({ type: 'string', format: 'date-time' }) at!: Date;
  /** As in the records of changes: 'card.issue', 'card.report_lost', … */
  @ApiProperty() action!: string;
  @ApiProperty({ type: 'string', nullable: true }) staffName!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) storeName!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) reason!: string | null;
  @ApiProperty({ type: Object, nullable: true }) before!: object | null;
  @ApiProperty({ type: Object, nullable: true }) after!: object | null;
}

export class CardChargeLine {
  @ApiProperty({ type: 'integer' }) chargeId!: number;
  @ApiProperty() receiptNo!: string;
  @ApiProperty({ enum: CARD_CHARGE_KINDS }) kind!: string;
  @ApiProperty({ format: 'date' }) businessDate!: string;
  @ApiProperty({ type: 'integer' }) depositCents!: number;
  @ApiProperty({ type: 'integer' }) feeCents!: number;
  @ApiProperty() tender!: string;
}

/** A card with what became of it: the whole history of a number. */
export class CardView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() cardNo!: string;
  @ApiProperty({ enum: CARD_STATUSES }) status!: CardStatus;
  @ApiProperty({ enum: CARD_ORIGINS }) origin!: CardOrigin;
  @ApiProperty({ enum: CARD_STOCK_STATES, nullable: true }) stockState!: CardStockState | null;
  @ApiProperty() storeName!: string;
  @ApiProperty({ type: CardPersonView, nullable: true }) member!: CardPersonView | null;
  /** Of a family card: whose wallet it spends. */
  @ApiProperty({ type: CardPersonView, nullable: true }) walletOwner!: CardPersonView | null;
  @ApiProperty({ type: 'string', format: 'date', nullable: true }) issuedOn!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) issuedByName!: string | null;
  @ApiProperty({ type: 'string', format: 'date', nullable: true }) expiresOn!: string | null;
  @ApiProperty() expired!: boolean;
  @ApiProperty({ type: 'integer' }) depositCents!: number;
  @ApiProperty({ type: LinkedCard, nullable: true }) predecessor!: LinkedCard | null;
  @ApiProperty({ type: LinkedCard, nullable: true }) successor!: LinkedCard | null;
  @ApiProperty({ type: [CardChargeLine] }) charges!: CardChargeLine[];
  /** The newest first. */
  @ApiProperty({ type: [CardEventView] }) events!: CardEventView[];
}
