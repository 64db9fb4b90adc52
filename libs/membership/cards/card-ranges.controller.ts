import {
  type Actor,
  type CommandOutcome,
  CurrentActor,
  IdempotencyKey,
  type Page,
  Requires,
} from '#kernel';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CardRangePage,
  CardRangeQuery,
  CardRangeRef,
  CardRangeView,
  EditCardRangeInput,
  NewCardRangeInput,
} from './card-range.dto.js';
import { CardRanges } from './card-ranges.service.js';
import { CardRangePermission } from './card.permissions.js';

@ApiTags('cards')
@Controller('card-ranges')
export class CardRangesController {
  constructor(private readonly ranges: CardRanges) {}

  /** Number ranges of the stores one may see, with how much of each is used. Errors: access.store_forbidden. */
  @Get()
  @Requires(CardRangePermission.read)
  @ApiOkResponse({ type: CardRangePage })
  list(@Query() query: CardRangeQuery, @CurrentActor() actor: Actor): Promise<Page<CardRangeView>> {
    return this.ranges.page(actor, query);
  }

  /** Gives a store a range. Errors: card.range_taken, access.store_forbidden. */
  @Post()
  @Requires(CardRangePermission.write)
  @ApiCreatedResponse({ type: CardRangeView })
  create(
    @Body() input: NewCardRangeInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<CardRangeView>> {
    return this.ranges.create(actor, input, key);
  }

  /** Stops or resumes a range. Errors: card.range_not_found, record.changed, access.store_forbidden. */
  @Patch(':id')
  @Requires(CardRangePermission.write)
  @ApiOkResponse({ type: CardRangeView })
  edit(
    @Param() { id }: CardRangeRef,
    @Body() input: EditCardRangeInput,
    @CurrentActor() actor: Actor,
  ): Promise<CardRangeView> {
    return this.ranges.edit(actor, id, input);
  }
}
