import { Id, OneOf, PageQuery, PageView, PlainPageQuery, SortBy, Text, Whole } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { CARD_STOCK_SORTS, STOCK_DOCUMENT_SORTS } from './card-stock-list.query.js';
import { MAX_STOCK_NUMBERS } from './card-stock.rules.js';
import { CARD_STOCK_STATES, type CardStockState } from './card.rules.js';

/** Room for that many numbers with their line breaks. */
const MAX_LIST_CHARACTERS = MAX_STOCK_NUMBERS * 20;

export class StockDocumentRef {
  @Id() id!: number;
}

/** Which cards: from the first to the last, a list, or a quantity. One of the three. */
class ChosenCards {
  @Text({ max: 40, optional: true }) firstNo?: string;
  @Text({ max: 40, optional: true }) lastNo?: string;
  /** Numbers as they were pasted or scanned: a line, a space or a comma between them. */
  @Text({ max: MAX_LIST_CHARACTERS, optional: true }) numbers?: string;
  @Whole({ min: 1, max: MAX_STOCK_NUMBERS, optional: true }) quantity?: number;
}

/** Printed cards that arrive. A quantity alone makes numbers of the store's range, for the printer. */
export class ReceiveCardsInput extends ChosenCards {
  @Id() storeId!: number;
  @Text({ max: 200, optional: true }) note?: string | null;
}

/** Printed cards that leave for another store. A quantity alone takes the lowest numbers that are ready. */
export class SendCardsInput extends ChosenCards {
  @Id() fromStoreId!: number;
  @Id() toStoreId!: number;
  @Text({ max: 200, optional: true }) note?: string | null;
}

/** What arrived of a transfer: everything but these. */
export class ReceiveTransferInput {
  @Text({ max: MAX_LIST_CHARACTERS, optional: true }) missing?: string;
  @Text({ max: MAX_LIST_CHARACTERS, optional: true }) damaged?: string;
  @Text({ max: 200, optional: true }) note?: string | null;
}

/** Cards that turned up after all; they are ready again at this store. */
export class FoundCardsInput {
  @Id() storeId!: number;
  @Text({ max: MAX_LIST_CHARACTERS }) numbers!: string;
  @Text({ max: 200 }) reason!: string;
}

export class FoundCardsView {
  @ApiProperty({ type: 'integer' }) cards!: number;
}

export class CardStockQuery extends PageQuery {
  @Id({ optional: true }) storeId?: number;
  @OneOf(CARD_STOCK_STATES, { optional: true }) state?: CardStockState;
  @SortBy(CARD_STOCK_SORTS) sort?: string;
}

export class CardStockRow {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() cardNo!: string;
  @ApiProperty() storeName!: string;
  @ApiProperty({ enum: CARD_STOCK_STATES }) stockState!: CardStockState;
  @ApiProperty({ type: 'string', format: 'date-time' }) since!: Date;
}
export const CardStockPage = PageView(CardStockRow);

/** What lies in a store. */
export class CardStockPlace {
  @ApiProperty({ type: 'integer' }) storeId!: number;
  @ApiProperty() storeName!: string;
  @ApiProperty({ type: 'integer' }) ready!: number;
  @ApiProperty({ type: 'integer' }) inTransit!: number;
  @ApiProperty({ type: 'integer' }) missing!: number;
  @ApiProperty({ type: 'integer' }) damaged!: number;
}

export const STOCK_DOCUMENT_KINDS = ['receive', 'transfer'] as const;
export type StockDocumentKind = (typeof STOCK_DOCUMENT_KINDS)[number];
export const STOCK_DOCUMENT_STATUSES = ['sent', 'received'] as const;
export type StockDocumentStatus = (typeof STOCK_DOCUMENT_STATUSES)[number];

export class CardStockDocumentQuery extends PlainPageQuery {
  @OneOf(STOCK_DOCUMENT_KINDS, { optional: true }) kind?: StockDocumentKind;
  @OneOf(STOCK_DOCUMENT_STATUSES, { optional: true }) status?: StockDocumentStatus;
  @Id({ optional: true }) storeId?: number;
  @SortBy(STOCK_DOCUMENT_SORTS) sort?: string;
}

export class CardStockDocumentRow {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ enum: STOCK_DOCUMENT_KINDS }) kind!: string;
  @ApiProperty({ enum: STOCK_DOCUMENT_STATUSES }) status!: string;
  @ApiProperty({ type: 'integer', nullable: true }) fromStoreId!: number | null;
  @ApiProperty({ type: 'string', nullable: true }) fromStoreName!: string | null;
  @ApiProperty({ type: 'integer' }) toStoreId!: number;
  @ApiProperty() toStoreName!: string;
  @ApiProperty({ type: 'integer' }) quantity!: number;
  @ApiProperty() firstNo!: string;
  @ApiProperty() lastNo!: string;
  @ApiProperty({ type: 'integer' }) missing!: number;
  @ApiProperty({ type: 'integer' }) damaged!: number;
  @ApiProperty({ type: 'string', nullable: true }) note!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) differenceNote!: string | null;
  @ApiProperty() madeByName!: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) madeAt!: Date;
  @ApiProperty({ type: 'string', nullable: true }) receivedByName!: string | null;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true }) receivedAt!: Date | null;
}
export const CardStockDocumentPage = PageView(CardStockDocumentRow);

export class CardStockLineView {
  @ApiProperty() cardNo!: string;
  @ApiProperty({ enum: ['sent', 'received', 'missing', 'damaged'] }) state!: string;
}

export class CardStockDocumentView extends CardStockDocumentRow {
  @ApiProperty({ type: [CardStockLineView] }) lines!: CardStockLineView[];
}
