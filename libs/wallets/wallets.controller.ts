import { type Actor, type CommandOutcome, CurrentActor, IdempotencyKey, Requires } from '#kernel';
import { MemberRef } from '#members';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
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
import { TopUpsService } from './top-ups.service.js';
import { WalletWithLotsView } from './wallet.dto.js';
import { WalletPermission } from './wallet.permissions.js';
import { WalletsService } from './wallets.service.js';

@ApiTags('wallets')
@Controller()
export class WalletsController {
  constructor(
    private readonly wallets: WalletsService,
    private readonly topUps: TopUpsService,
    private readonly desk: TopUpDeskService,
  ) {}

  /** Balances today and the lots they are made of. Errors: member.not_found. */
  @Get('members/:id/wallet')
  @Requires(WalletPermission.read)
  @ApiOkResponse({ type: WalletWithLotsView })
  show(@Param() { id }: MemberRef, @CurrentActor() actor: Actor): Promise<WalletWithLotsView> {
    return this.wallets.show(actor, id);
  }

  /** The top-up rules in force at the till, the best first. Errors: session.no_till, member.not_found, level.not_found. */
  @Get('top-up-rules')
  @Requires(WalletPermission.topUp)
  @ApiOkResponse({ type: [OfferView] })
  offers(@Query() query: OffersQuery, @CurrentActor() actor: Actor): Promise<OfferView[]> {
    return this.desk.offers(actor, query);
  }

  /** Money in. Errors: session.no_till, member.not_found, card.lost, card.not_active, card.of_other_member, wallet.rule_not_in_force. */
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

  /** The slip of a top-up of one's own stores. Errors: wallet.top_up_not_found, access.store_forbidden. */
  @Get('top-ups/:id')
  @Requires(WalletPermission.read)
  @ApiOkResponse({ type: TopUpSlipView })
  slip(@Param() { id }: TopUpRef, @CurrentActor() actor: Actor): Promise<TopUpSlipView> {
    return this.desk.slip(actor, id);
  }
}
