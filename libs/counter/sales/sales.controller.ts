import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type CommandOutcome,
  CurrentActor,
  IdempotencyKey,
  Requires,
  RequiresAny,
  FindsPeople,
} from '#kernel';
import { CheckoutService } from './checkout/checkout.service.js';
import { SaleDetail, SalePage } from './sale-view.dto.js';
import {
  PrintResult,
  SaleInput,
  SaleQuery,
  SaleRef,
  SaleResult,
  VoidSaleInput,
  VoidSaleResult,
} from './sale.dto.js';
import { SalePermission } from './sale.permissions.js';
import { SaleVoids } from './voids/sale-voids.service.js';
import { SalesService } from './sales.service.js';

@ApiTags('sales')
@Controller('sales')
export class SalesController {
  constructor(
    private readonly checkout: CheckoutService,
    private readonly sales: SalesService,
    private readonly voids: SaleVoids,
  ) {}

  /**
   * Sells a cart at the till. Errors: session.no_till, sale.price_changed, sale.due_changed, sale.product_not_for_sale,
   * sale.whole_units_only, sale.tenders_do_not_cover, sale.tenders_exceed, sale.tender_twice, sale.change_only_for_cash,
   * sale.tender_needs_member, sale.two_pins, card.unknown_number, card.lost, card.not_active, card.of_other_member, member.not_found,
   * member.pin_required, member.pin_not_set, member.wrong_pin, member.pin_locked,
   * member.too_many_wrong_pins, ledger.insufficient, stock.short.
   */
  @Post()
  @Requires(SalePermission.create)
  @ApiCreatedResponse({ type: SaleResult })
  sell(
    @CurrentActor() actor: Actor,
    @Body() input: SaleInput,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<SaleResult>> {
    return this.checkout.sell(actor, input, key);
  }

  /** Sales of the asker's stores, newest first. Errors: access.store_forbidden. */
  @Get()
  @FindsPeople()
  @Requires(SalePermission.read)
  @ApiOkResponse({ type: SalePage })
  list(@CurrentActor() actor: Actor, @Query() query: SaleQuery): Promise<SalePage> {
    return this.sales.list(actor, query);
  }

  /** Errors: sale.not_found, access.store_forbidden. */
  @Get(':id')
  @Requires(SalePermission.read)
  @ApiOkResponse({ type: SaleDetail })
  detail(@CurrentActor() actor: Actor, @Param() { id }: SaleRef): Promise<SaleDetail> {
    return this.sales.detail(actor, id);
  }

  /** Counts a print of the receipt; the second and later ones are reprints. Errors: sale.not_found, access.store_forbidden. */
  @Post(':id/prints')
  @HttpCode(200)
  @RequiresAny(SalePermission.reprint, SalePermission.create)
  @ApiOkResponse({ type: PrintResult })
  print(@CurrentActor() actor: Actor, @Param() { id }: SaleRef): Promise<PrintResult> {
    return this.sales.print(actor, id);
  }

  /**
   * Undoes a sale that was keyed by mistake. Errors: sale.not_found, sale.already_voided, sale.partly_returned, access.store_forbidden,
   * undo.day_is_over, ledger.partly_undone, approval.required and the others of an approval.
   */
  @Post(':id/void')
  @HttpCode(200)
  @Requires(SalePermission.void)
  @ApiOkResponse({ type: VoidSaleResult })
  void(
    @CurrentActor() actor: Actor,
    @Param() { id }: SaleRef,
    @Body() input: VoidSaleInput,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<VoidSaleResult>> {
    return this.voids.void(actor, id, input, key);
  }
}
