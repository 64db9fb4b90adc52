import {
  type Actor,
  type CommandOutcome,
  CurrentActor,
  IdempotencyKey,
  type Page,
  Requires,
  FindsPeople,
} from '#kernel';
import { MemberPermission, MemberRef } from '#members';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { JoinedView, JoinInput } from './joining.dto.js';
import { JoiningService } from './joining.service.js';
import {
  ActivityQuery,
  ActivityRow,
  LookupQuery,
  LookupView,
  MemberDetail,
} from './member-desk.dto.js';
import { MemberDeskService } from './member-desk.service.js';
import {
  BulkTaggedView,
  BulkTagInput,
  MemberListQuery,
  type MemberRow,
  MemberRowPage,
} from './member-list.dto.js';
import { MemberListService } from './member-list.service.js';
import { MemberLookupService } from './member-lookup.service.js';

@ApiTags('members')
@Controller('members')
export class MemberDeskController {
  constructor(
    private readonly desk: MemberDeskService,
    private readonly lookups: MemberLookupService,
    private readonly lists: MemberListService,
    private readonly joining: JoiningService,
  ) {}

  /** The members of the chain. Errors: member.too_many_lookups (a number in the search). */
  @Get()
  @FindsPeople()
  @Requires(MemberPermission.read)
  @ApiOkResponse({ type: MemberRowPage })
  page(@Query() query: MemberListQuery, @CurrentActor() actor: Actor): Promise<Page<MemberRow>> {
    return this.lists.page(actor, query);
  }

  /**
   * Tags for many members at once. Errors: member.tag_not_found, member.nobody_chosen, member.too_many_chosen.
   */
  @Post('tags')
  @FindsPeople()
  @HttpCode(200)
  @Requires(MemberPermission.edit)
  @ApiOkResponse({ type: BulkTaggedView })
  tag(
    @Body() input: BulkTagInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<BulkTaggedView>> {
    return this.lists.tag(actor, input, key);
  }

  /** Who is it: by card, phone, last four digits, name, pinyin or initials. Errors: member.too_many_lookups. */
  @Get('lookup')
  @Requires(MemberPermission.read)
  @ApiOkResponse({ type: LookupView })
  lookup(@Query() { q }: LookupQuery, @CurrentActor() actor: Actor): Promise<LookupView> {
    return this.lookups.lookup(actor, q);
  }

  /** A member with cards and balances. Errors: member.not_found. */
  @Get(':id')
  @Requires(MemberPermission.read)
  @ApiOkResponse({ type: MemberDetail })
  show(@Param() { id }: MemberRef, @CurrentActor() actor: Actor): Promise<MemberDetail> {
    return this.desk.show(actor, id);
  }

  /** What a member bought and what moved their value, the newest first, page by page. Errors: member.not_found. */
  @Get(':id/activity')
  @Requires(MemberPermission.read)
  @ApiOkResponse({ type: [ActivityRow] })
  activity(@Param() { id }: MemberRef, @Query() query: ActivityQuery): Promise<ActivityRow[]> {
    return this.desk.activity(id, query);
  }

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
}
