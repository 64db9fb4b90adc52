import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type CommandOutcome,
  CurrentActor,
  IdempotencyKey,
  Requires,
  RequiresAny,
} from '#kernel';
import { SalePermission } from '#counter/sales';
import {
  ReturnInput,
  ReturnPreview,
  ReturnPreviewQuery,
  ReturnPrintResult,
  ReturnRef,
  ReturnResult,
  ReturnsOfSale,
} from './return.dto.js';
import { ReturnPapers } from './return-papers.service.js';
import { ReturnsService } from './returns.service.js';

@ApiTags('returns')
@Controller('sales/:id/returns')
export class ReturnsController {
  constructor(
    private readonly returns: ReturnsService,
    private readonly papers: ReturnPapers,
  ) {}

  /** What may come back of a sale, and its returns so far. Errors: sale.not_found, access.store_forbidden. */
  @Get()
  @Requires(SalePermission.read)
  @ApiOkResponse({ type: ReturnsOfSale })
  ofSale(@CurrentActor() actor: Actor, @Param() { id }: ReturnRef): Promise<ReturnsOfSale> {
    return this.papers.ofSale(actor, id);
  }

  /**
   * What would go back where; nothing moves. Errors: sale.not_found, access.store_forbidden, sale.already_voided,
   * sale.whole_units_only, return.line_unknown, return.line_twice, return.more_than_left.
   */
  @Get('preview')
  @Requires(SalePermission.return)
  @ApiOkResponse({ type: ReturnPreview })
  preview(
    @CurrentActor() actor: Actor,
    @Param() { id }: ReturnRef,
    @Query() query: ReturnPreviewQuery,
  ): Promise<ReturnPreview> {
    return this.returns.preview(actor, id, query);
  }

  /**
   * Takes back what was sold, by line and quantity; what had paid it goes back to where it came from. Errors: those of the
   * preview, return.figures_changed, approval.required and the others of an approval.
   */
  @Post()
  @Requires(SalePermission.return)
  @ApiCreatedResponse({ type: ReturnResult })
  take(
    @CurrentActor() actor: Actor,
    @Param() { id }: ReturnRef,
    @Body() input: ReturnInput,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<ReturnResult>> {
    return this.returns.take(actor, id, input, key);
  }
}

@ApiTags('returns')
@Controller('returns')
export class ReturnSlipsController {
  constructor(private readonly papers: ReturnPapers) {}

  /** Counts a print of the slip. Errors: return.not_found, access.store_forbidden. */
  @Post(':id/prints')
  @HttpCode(200)
  @RequiresAny(SalePermission.reprint, SalePermission.return)
  @ApiOkResponse({ type: ReturnPrintResult })
  print(@CurrentActor() actor: Actor, @Param() { id }: ReturnRef): Promise<ReturnPrintResult> {
    return this.papers.print(actor, id);
  }
}
