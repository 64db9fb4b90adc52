import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, type CommandOutcome, CurrentActor, IdempotencyKey, Requires } from '#kernel';
import { OpeningInput, OpeningResult, StockPage, StockQuery } from './stock.dto.js';
import { StockPermission } from './stock.permissions.js';
import { StockService } from './stock.service.js';

@ApiTags('stock')
@Controller('stock')
export class StockController {
  constructor(private readonly stock: StockService) {}

  /** Quantity and value of the asker's stores. Errors: access.store_forbidden. */
  @Get()
  @Requires(StockPermission.read)
  @ApiOkResponse({ type: StockPage })
  onHand(@CurrentActor() actor: Actor, @Query() query: StockQuery): Promise<StockPage> {
    return this.stock.onHand(actor, query);
  }

  /** Brings goods onto the shelf when a store begins. Errors: access.store_forbidden, stock.not_goods, stock.product_twice. */
  @Post('openings')
  @Requires(StockPermission.open)
  @ApiCreatedResponse({ type: OpeningResult })
  open(
    @CurrentActor() actor: Actor,
    @Body() input: OpeningInput,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<OpeningResult>> {
    return this.stock.open(actor, input, key);
  }
}
