import { type Actor, type CommandOutcome, CurrentActor, IdempotencyKey, Requires } from '#kernel';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CardRef } from './card.dto.js';
import { CardPermission } from './card.permissions.js';
import { FamilyCardStateView, OwnerConsentInput, UnbindInput } from './family-card.dto.js';
import { FamilyCards } from './family-cards.service.js';

@ApiTags('cards')
@Controller('cards')
export class FamilyCardsController {
  constructor(private readonly family: FamilyCards) {}

  /**
   * What a family card may spend a day with its holder's PIN, as its wallet's owner says. Errors: card.not_found,
   * card.not_family, card.not_active, card.owner_proof_required, approval.required, member.identity_missing,
   * member.wrong_pin, member.pin_locked, member.too_many_wrong_pins, member.pin_not_set.
   */
  @Post(':cardNo/day-limit')
  @HttpCode(200)
  @Requires(CardPermission.bind)
  @ApiOkResponse({ type: FamilyCardStateView })
  setLimit(
    @Param() { cardNo }: CardRef,
    @Body() input: OwnerConsentInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<FamilyCardStateView>> {
    return this.family.setLimit(actor, cardNo, input, key);
  }

  /** A family card spends its holder's own wallet from now on. Errors: card.not_found, card.not_family, card.not_active. */
  @Post(':cardNo/unbinding')
  @HttpCode(200)
  @Requires(CardPermission.reportLost)
  @ApiOkResponse({ type: FamilyCardStateView })
  unbind(
    @Param() { cardNo }: CardRef,
    @Body() input: UnbindInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<FamilyCardStateView>> {
    return this.family.unbind(actor, cardNo, input, key);
  }
}
