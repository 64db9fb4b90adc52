import { type Actor, type CommandOutcome, CurrentActor, IdempotencyKey, Requires } from '#kernel';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ReplaceCardInput,
  ReplacedCardView,
  ReportLostInput,
  UnfreezeInput,
} from './card-loss.dto.js';
import { CardLosses } from './card-losses.service.js';
import {
  ExtendCardInput,
  ExtendedCardView,
  ExtendedManyView,
  ExtendManyInput,
} from './card-validity.dto.js';
import { CardValidity } from './card-validity.service.js';
import { CardRef, CardStatusView } from './card.dto.js';
import { CardPermission } from './card.permissions.js';

@ApiTags('cards')
@Controller('cards')
export class CardActsController {
  constructor(
    private readonly losses: CardLosses,
    private readonly validity: CardValidity,
  ) {}

  /** Freezes a card in all stores. Errors: card.not_found, card.not_active. */
  @Post(':cardNo/lost')
  @HttpCode(200)
  @Requires(CardPermission.reportLost)
  @ApiOkResponse({ type: CardStatusView })
  reportLost(
    @Param() { cardNo }: CardRef,
    @Body() input: ReportLostInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<CardStatusView>> {
    return this.losses.reportLost(actor, cardNo, input, key);
  }

  /**
   * The card was found. Errors: card.not_found, card.not_lost, member.identity_missing, member.wrong_pin, member.pin_locked,
   * member.too_many_wrong_pins, member.pin_not_set.
   */
  @Post(':cardNo/unfreeze')
  @HttpCode(200)
  @Requires(CardPermission.unfreeze)
  @ApiOkResponse({ type: CardStatusView })
  unfreeze(
    @Param() { cardNo }: CardRef,
    @Body() input: UnfreezeInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<CardStatusView>> {
    return this.losses.unfreeze(actor, cardNo, input, key);
  }

  /**
   * A new card on the same wallet. Errors: session.no_till, card.not_found, card.not_active, member.identity_missing,
   * member.wrong_pin, member.pin_locked, member.too_many_wrong_pins, card.wrong_number, card.not_in_range,
   * card.number_taken, card.in_stock_elsewhere, card.not_ready, card.no_range.
   */
  @Post(':cardNo/replacement')
  @Requires(CardPermission.replace)
  @ApiCreatedResponse({ type: ReplacedCardView })
  replace(
    @Param() { cardNo }: CardRef,
    @Body() input: ReplaceCardInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<ReplacedCardView>> {
    return this.losses.replace(actor, cardNo, input, key);
  }

  /** How many cards the extension below would reach. Errors: access.store_forbidden. */
  @Post('extensions/preview')
  @HttpCode(200)
  @Requires(CardPermission.extend)
  @ApiOkResponse({ type: ExtendedManyView })
  countMany(
    @Body() input: ExtendManyInput,
    @CurrentActor() actor: Actor,
  ): Promise<ExtendedManyView> {
    return this.validity.countMany(actor, input);
  }

  /** Extends every card in use that ends in a window. Errors: access.store_forbidden. */
  @Post('extensions')
  @HttpCode(200)
  @Requires(CardPermission.extend)
  @ApiOkResponse({ type: ExtendedManyView })
  extendMany(
    @Body() input: ExtendManyInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<ExtendedManyView>> {
    return this.validity.extendMany(actor, input, key);
  }

  /** Moves a card's last day later. Errors: card.not_found, card.not_active, card.lost, card.not_later. */
  @Post(':cardNo/extension')
  @HttpCode(200)
  @Requires(CardPermission.extend)
  @ApiOkResponse({ type: ExtendedCardView })
  extend(
    @Param() { cardNo }: CardRef,
    @Body() input: ExtendCardInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<ExtendedCardView>> {
    return this.validity.extend(actor, cardNo, input, key);
  }
}
