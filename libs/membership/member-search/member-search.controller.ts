import {
  type Actor,
  type CommandOutcome,
  CurrentActor,
  IdempotencyKey,
  type Page,
  Requires,
  FindsPeople,
} from '#kernel';
import { MemberPermission } from '#membership/members';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { LookupQuery, LookupView } from './lookup.dto.js';
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
export class MemberSearchController {
  constructor(
    private readonly lookups: MemberLookupService,
    private readonly lists: MemberListService,
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
   * Tags for many members at once. Errors: member.tag_unknown, member.nobody_chosen, member.too_many_chosen.
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
}
