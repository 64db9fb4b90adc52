import {
  type Actor,
  type CommandOutcome,
  CurrentActor,
  IdempotencyKey,
  type Page,
  Requires,
} from '#kernel';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  CardStockDocumentPage,
  CardStockDocumentQuery,
  type CardStockDocumentRow,
  CardStockDocumentView,
  CardStockPage,
  CardStockPlace,
  CardStockQuery,
  type CardStockRow,
  FoundCardsInput,
  FoundCardsView,
  ReceiveCardsInput,
  ReceiveTransferInput,
  SendCardsInput,
  StockDocumentRef,
} from './card-stock.dto.js';
import { CardStock } from './card-stock.service.js';
import { CardPermission } from './card.permissions.js';

class StockMovedView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: 'integer' }) quantity!: number;
}

@ApiTags('cards')
@Controller('card-stock')
export class CardStockController {
  constructor(private readonly cardStock: CardStock) {}

  /** How many printed cards lie in each store. */
  @Get('places')
  @Requires(CardPermission.stockRead)
  @ApiOkResponse({ type: [CardStockPlace] })
  places(@CurrentActor() actor: Actor): Promise<CardStockPlace[]> {
    return this.cardStock.places(actor);
  }

  /** The printed cards themselves. Errors: access.store_forbidden. */
  @Get()
  @Requires(CardPermission.stockRead)
  @ApiOkResponse({ type: CardStockPage })
  stock(@Query() query: CardStockQuery, @CurrentActor() actor: Actor): Promise<Page<CardStockRow>> {
    return this.cardStock.stock(actor, query);
  }

  /** Parcels that came in and transfers between stores, the newest first. Errors: access.store_forbidden. */
  @Get('documents')
  @Requires(CardPermission.stockRead)
  @ApiOkResponse({ type: CardStockDocumentPage })
  documents(
    @Query() query: CardStockDocumentQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<CardStockDocumentRow>> {
    return this.cardStock.documents(actor, query);
  }

  /** A document with its numbers. Errors: card.document_not_found. */
  @Get('documents/:id')
  @Requires(CardPermission.stockRead)
  @ApiOkResponse({ type: CardStockDocumentView })
  document(
    @Param() { id }: StockDocumentRef,
    @CurrentActor() actor: Actor,
  ): Promise<CardStockDocumentView> {
    return this.cardStock.document(actor, id);
  }

  /**
   * Puts printed cards into stock. Errors: access.store_forbidden, card.no_numbers, card.too_many_numbers, card.wrong_numbers,
   * card.numbers_not_in_range, card.numbers_taken, card.no_range.
   */
  @Post('receipts')
  @Requires(CardPermission.stockReceive)
  @ApiCreatedResponse({ type: StockMovedView })
  receive(
    @Body() input: ReceiveCardsInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<StockMovedView>> {
    return this.cardStock.receive(actor, input, key);
  }

  /** Sends cards to another store. Errors: access.store_forbidden, card.same_store, card.no_numbers, card.not_in_stock_here. */
  @Post('transfers')
  @Requires(CardPermission.stockTransfer)
  @ApiCreatedResponse({ type: StockMovedView })
  send(
    @Body() input: SendCardsInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<StockMovedView>> {
    return this.cardStock.send(actor, input, key);
  }

  /** Takes a transfer in. Errors: access.store_forbidden, card.document_not_found, card.already_received, card.not_in_document. */
  @Post('transfers/:id/receipt')
  @HttpCode(200)
  @Requires(CardPermission.stockTransfer)
  @ApiOkResponse({ type: StockMovedView })
  receiveTransfer(
    @Param() { id }: StockDocumentRef,
    @Body() input: ReceiveTransferInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<StockMovedView>> {
    return this.cardStock.receiveTransfer(actor, id, input, key);
  }

  /** Cards that turned up after all. Errors: access.store_forbidden, card.not_in_stock_here. */
  @Post('found')
  @HttpCode(200)
  @Requires(CardPermission.stockTransfer)
  @ApiOkResponse({ type: FoundCardsView })
  found(
    @Body() input: FoundCardsInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<FoundCardsView>> {
    return this.cardStock.found(actor, input, key);
  }
}
