import {
  type Actor,
  type CommandOutcome,
  CurrentActor,
  IdempotencyKey,
  Requires,
  FindsPeople,
} from '#kernel';
import { MemberRef } from '#membership/members';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  OffersQuery,
  OfferView,
  TopUpInput,
  TopUpRef,
  TopUpSlipView,
  TopUpView,
} from './top-up.dto.js';
import { TopUpDeskService } from './top-up-desk.service.js';
import { SlipPrintView, TopUpListPage, TopUpQuery } from './top-up-list.dto.js';
import { TopUpListService } from './top-up-list.service.js';
import { ReverseTopUpInput, TopUpReversedView } from './top-up-reversal.dto.js';
import { TopUpReversalsService } from './top-up-reversals.service.js';
import { TopUpsService } from './top-ups.service.js';
import { WalletPermission } from './wallet.permissions.js';

@ApiTags('top-ups')
@Controller()
export class TopUpsController {
  constructor(
    private readonly topUps: TopUpsService,
    private readonly desk: TopUpDeskService,
    private readonly topUpList: TopUpListService,
    private readonly reversals: TopUpReversalsService,
  ) {}

  /** The top-up rules in force at the till, the best first. Errors: session.no_till, member.not_found, level.not_found. */
  @Get('top-up-offers')
  @Requires(WalletPermission.topUp)
  @ApiOkResponse({ type: [OfferView] })
  offers(@Query() query: OffersQuery, @CurrentActor() actor: Actor): Promise<OfferView[]> {
    return this.desk.offers(actor, query);
  }

  /**
   * Money in. Errors: session.no_till, member.not_found, card.lost, card.not_active, card.of_other_member,
   * wallet.rule_not_in_force, wallet.limit_exceeded, wallet.limit_warning, wallet.transfer_required, wallet.transfer_advised.
   */
  @Post('members/:id/top-ups')
  @Requires(WalletPermission.topUp)
  @ApiCreatedResponse({ type: TopUpView })
  topUp(
    @Param() { id }: MemberRef,
    @Body() input: TopUpInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<TopUpView>> {
    return this.topUps.topUp(actor, id, input, key);
  }

  /** Top-ups of one's own stores with their sums. Errors: access.store_forbidden. */
  @Get('top-ups')
  @FindsPeople()
  @Requires(WalletPermission.read)
  @ApiOkResponse({ type: TopUpListPage })
  list(@Query() query: TopUpQuery, @CurrentActor() actor: Actor): Promise<TopUpListPage> {
    return this.topUpList.list(actor, query);
  }

  /** The slip of a top-up of one's own stores. Errors: wallet.top_up_not_found, access.store_forbidden. */
  @Get('top-ups/:id')
  @Requires(WalletPermission.read)
  @ApiOkResponse({ type: TopUpSlipView })
  slip(@Param() { id }: TopUpRef, @CurrentActor() actor: Actor): Promise<TopUpSlipView> {
    return this.desk.slip(actor, id);
  }

  /** Counts a print of the slip. Errors: wallet.top_up_not_found, access.store_forbidden. */
  @Post('top-ups/:id/prints')
  @Requires(WalletPermission.read)
  @HttpCode(200)
  @ApiOkResponse({ type: SlipPrintView })
  print(@Param() { id }: TopUpRef, @CurrentActor() actor: Actor): Promise<SlipPrintView> {
    return this.topUpList.print(actor, id);
  }

  /**
   * Takes back a top-up keyed by mistake: the whole act, as debt where it is spent. Errors: session.no_till,
   * wallet.top_up_not_found, access.store_forbidden, wallet.top_up_reversed, undo.day_is_over, approval.required and the
   * other ones of approvals.
   */
  @Post('top-ups/:id/reversal')
  @Requires(WalletPermission.reverseTopUp)
  @ApiCreatedResponse({ type: TopUpReversedView })
  reverse(
    @Param() { id }: TopUpRef,
    @Body() input: ReverseTopUpInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<TopUpReversedView>> {
    return this.reversals.reverse(actor, id, input, key);
  }
}
