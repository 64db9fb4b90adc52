import { type Actor, CurrentActor, type Page, Requires, FindsPeople } from '#kernel';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CardChargeRef, CardChargeSlipView } from './card-charge.dto.js';
import { CardCharges } from './card-charges.service.js';
import { CardView } from './card-page.dto.js';
import { CardPages } from './card-pages.service.js';
import { CardListQuery, CardRef, type CardRow, CardRowPage, NextCardNoView } from './card.dto.js';
import { CardPermission } from './card.permissions.js';
import { CardsService } from './cards.service.js';
import { VirtualCodeView } from './virtual-code.dto.js';
import { VirtualCards } from './virtual-cards.service.js';

@ApiTags('cards')
@Controller()
export class CardsController {
  constructor(
    private readonly cards: CardsService,
    private readonly pages: CardPages,
    private readonly virtual: VirtualCards,
    private readonly charges: CardCharges,
  ) {}

  /** The cards issued by the stores one may see. */
  @Get('cards')
  @FindsPeople()
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

  /** A card with what became of it. Errors: card.not_found, member.too_many_lookups. */
  @Get('cards/:cardNo')
  @Requires(CardPermission.read)
  @ApiOkResponse({ type: CardView })
  show(@Param() { cardNo }: CardRef, @CurrentActor() actor: Actor): Promise<CardView> {
    return this.pages.show(actor, cardNo);
  }

  /** The code that the member's phone shows for this minute. Errors: card.not_found, card.lost, card.not_active. */
  @Get('cards/:cardNo/virtual-code')
  @Requires(CardPermission.showCode)
  @ApiOkResponse({ type: VirtualCodeView })
  virtualCode(
    @Param() { cardNo }: CardRef,
    @CurrentActor() actor: Actor,
  ): Promise<VirtualCodeView> {
    return this.virtual.show(actor, cardNo);
  }

  /** The slip of a card's deposit and fee. Errors: card.charge_not_found, access.store_forbidden. */
  @Get('card-charges/:id')
  @Requires(CardPermission.read)
  @ApiOkResponse({ type: CardChargeSlipView })
  slip(@Param() { id }: CardChargeRef, @CurrentActor() actor: Actor): Promise<CardChargeSlipView> {
    return this.charges.slip(actor, id);
  }
}
