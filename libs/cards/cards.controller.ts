import {
  type Actor,
  type CommandOutcome,
  CurrentActor,
  IdempotencyKey,
  type Page,
  Requires,
} from '#kernel';
import { MemberRef } from '#members';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CardListQuery,
  CardRef,
  type CardRow,
  CardRowPage,
  CardStatusView,
  IssueCardInput,
  IssuedCardView,
  NextCardNoView,
  ReportLostInput,
} from './card.dto.js';
import { CardPermission } from './card.permissions.js';
import { CardsService } from './cards.service.js';

@ApiTags('cards')
@Controller()
export class CardsController {
  constructor(private readonly cards: CardsService) {}

  /** The cards issued by the stores one may see. */
  @Get('cards')
  @Requires(CardPermission.read)
  @ApiOkResponse({ type: CardRowPage })
  page(@Query() query: CardListQuery, @CurrentActor() actor: Actor): Promise<Page<CardRow>> {
    return this.cards.page(actor, query);
  }

  /** A free number from the range of the till's store. Errors: card.no_range, session.no_till. */
  @Get('cards/next-number')
  @Requires(CardPermission.issue)
  @ApiOkResponse({ type: NextCardNoView })
  nextNumber(@CurrentActor() actor: Actor): Promise<NextCardNoView> {
    return this.cards.nextNumber(actor);
  }

  /** Issues a card. Errors: member.not_found, card.wrong_number, card.not_in_range, card.number_taken, member.pin_too_weak. */
  @Post('members/:id/cards')
  @Requires(CardPermission.issue)
  @ApiCreatedResponse({ type: IssuedCardView })
  issue(
    @Param() { id }: MemberRef,
    @Body() input: IssueCardInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<IssuedCardView>> {
    return this.cards.issueTo(actor, id, input, key);
  }

  /** Freezes a card in all stores. Errors: card.not_found, card.not_active. */
  @Post('cards/:cardNo/lost')
  @HttpCode(200)
  @Requires(CardPermission.reportLost)
  @ApiOkResponse({ type: CardStatusView })
  reportLost(
    @Param() { cardNo }: CardRef,
    @Body() input: ReportLostInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<CardStatusView>> {
    return this.cards.reportLost(actor, cardNo, input, key);
  }
}
