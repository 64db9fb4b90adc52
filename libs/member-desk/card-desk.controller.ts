import { CardPermission } from '#cards';
import { type Actor, type CommandOutcome, CurrentActor, IdempotencyKey, Requires } from '#kernel';
import { MemberRef } from '#members';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { CardIssuedView, IssueCardWithTopUpInput } from './card-desk.dto.js';
import { CardDeskService } from './card-desk.service.js';

@ApiTags('cards')
@Controller('members/:id/cards')
export class CardDeskController {
  constructor(private readonly cards: CardDeskService) {}

  /**
   * Issues a card, with a top-up if asked. Errors: member.not_found, card.wrong_number, card.not_in_range, card.number_taken,
   * card.in_stock_elsewhere, card.not_ready, card.owner_proof_required, card.own_wallet, approval.required,
   * member.identity_missing, member.wrong_pin, member.pin_locked, member.pin_not_set, member.too_many_wrong_pins, member.pin_too_weak, wallet.rule_not_in_force, and those of the prepaid limits.
   */
  @Post()
  @Requires(CardPermission.issue)
  @ApiCreatedResponse({ type: CardIssuedView })
  issue(
    @Param() { id }: MemberRef,
    @Body() input: IssueCardWithTopUpInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<CardIssuedView>> {
    return this.cards.issue(actor, id, input, key);
  }
}
