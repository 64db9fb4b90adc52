import { type Actor, type CommandOutcome, CurrentActor, IdempotencyKey, Requires } from '#kernel';
import { MemberPermission, MemberRef } from '#membership/members';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ErasingService } from './erasing.service.js';
import {
  ErasedView,
  EraseInput,
  EraseStanding,
  MergedView,
  MergeInput,
  MergePreview,
  MergeWith,
} from './merge.dto.js';
import { MergePreviewService } from './merge-preview.service.js';
import { MergingService } from './merging.service.js';

@ApiTags('members')
@Controller('members')
export class MergingController {
  constructor(
    private readonly merging: MergingService,
    private readonly previews: MergePreviewService,
    private readonly erasing: ErasingService,
  ) {}

  /** Both records side by side, and what will be. Errors: merge.same_member, member.not_found, member.merged, member.erased. */
  @Get(':id/merge')
  @Requires(MemberPermission.merge)
  @ApiOkResponse({ type: MergePreview })
  preview(
    @Param() { id }: MemberRef,
    @Query() { mergedMemberId }: MergeWith,
    @CurrentActor() actor: Actor,
  ): Promise<MergePreview> {
    return this.previews.preview(actor, id, mergedMemberId);
  }

  /**
   * Gives this member all that another record has, and ends the other. Errors: merge.same_member, merge.open_sale,
   * member.not_found, member.merged, member.erased.
   */
  @Post(':id/merge')
  @Requires(MemberPermission.merge)
  @ApiCreatedResponse({ type: MergedView })
  merge(
    @Param() { id }: MemberRef,
    @Body() input: MergeInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<MergedView>> {
    return this.merging.merge(actor, id, input, key);
  }

  /** What is still to be settled before a member can be erased. Errors: member.not_found, member.merged, member.erased. */
  @Get(':id/erasing')
  @Requires(MemberPermission.erase)
  @ApiOkResponse({ type: EraseStanding })
  standing(@Param() { id }: MemberRef, @CurrentActor() actor: Actor): Promise<EraseStanding> {
    return this.erasing.standing(actor, id);
  }

  /**
   * Takes everything personal out, for good; the books stay. Errors: member.not_found, member.merged, member.erased,
   * erase.something_remains, erase.confirmation_wrong, erase.open_sale.
   */
  @Post(':id/erasing')
  @Requires(MemberPermission.erase)
  @ApiCreatedResponse({ type: ErasedView })
  erase(
    @Param() { id }: MemberRef,
    @Body() input: EraseInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<ErasedView>> {
    return this.erasing.erase(actor, id, input, key);
  }
}
