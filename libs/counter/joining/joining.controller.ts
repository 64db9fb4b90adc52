import { CardPermission } from '#membership/cards';
import { type Actor, type CommandOutcome, CurrentActor, IdempotencyKey, Requires } from '#kernel';
import { MemberPermission, MemberRef } from '#membership/members';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { CardIssuedView, IssueCardWithTopUpInput } from './card-joining.dto.js';
import { CardJoiningService } from './card-joining.service.js';
import { JoinedView, JoinInput } from './joining.dto.js';
import { JoiningService } from './joining.service.js';

@ApiTags('members')
@Controller('members')
export class JoiningController {
  constructor(
    private readonly joining: JoiningService,
    private readonly cards: CardJoiningService,
  ) {}

  /**
   * Joining: record, card and first top-up in one act. Errors: session.no_till, member.phone_taken, member.name_missing,
   * card.not_in_range, card.wrong_number, card.number_taken, wallet.rule_not_in_force.
   */
  @Post()
  @Requires(MemberPermission.register)
  @ApiCreatedResponse({ type: JoinedView })
  join(
    @Body() input: JoinInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<JoinedView>> {
    return this.joining.join(actor, input, key);
  }

  /**
   * Issues a card, with a top-up if asked. Errors: member.not_found, card.wrong_number, card.not_in_range, card.number_taken,
   * card.in_stock_elsewhere, card.not_ready, card.owner_proof_required, card.own_wallet, approval.required,
   * member.identity_missing, member.wrong_pin, member.pin_locked, member.pin_not_set, member.too_many_wrong_pins, member.pin_too_weak, wallet.rule_not_in_force, and those of the prepaid limits.
   */
  @Post(':id/cards')
  @Requires(CardPermission.issue)
  @ApiCreatedResponse({ type: CardIssuedView })
  issueCard(
    @Param() { id }: MemberRef,
    @Body() input: IssueCardWithTopUpInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<CardIssuedView>> {
    return this.cards.issue(actor, id, input, key);
  }
}
