import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor, type Page } from '#kernel';
import {
  EditSegmentInput,
  PreviewSegmentInput,
  SaveSegmentInput,
  SegmentMemberPage,
  SegmentMemberQuery,
  SegmentOptions,
  SegmentPage,
  SegmentPreview,
  SegmentQuery,
  SegmentRef,
  SegmentView,
  type SegmentMember,
} from './segment.dto.js';
import { SegmentPermission } from './segment.permissions.js';
import { SegmentsService } from './segments.service.js';

@ApiTags('segments')
@Controller('segments')
export class SegmentsController {
  constructor(private readonly segments: SegmentsService) {}

  /** One's own segments and the shared ones, the last changed first. */
  @Get()
  @Requires(SegmentPermission.read)
  @ApiOkResponse({ type: SegmentPage })
  list(@Query() query: SegmentQuery, @CurrentActor() actor: Actor): Promise<Page<SegmentView>> {
    return this.segments.list(actor, query);
  }

  /** What conditions can be chosen from: levels, stores, regions, tags and the chain's custom fields. */
  @Get('options')
  @Requires(SegmentPermission.read)
  @ApiOkResponse({ type: SegmentOptions })
  options(@CurrentActor() actor: Actor): Promise<SegmentOptions> {
    return this.segments.options(actor);
  }

  /** Counts conditions that are not saved. Errors: request.invalid, segment.unknown_field, segment.refers_to_nothing, segment.too_slow. */
  @Post('preview')
  @HttpCode(200)
  @Requires(SegmentPermission.read)
  @ApiOkResponse({ type: SegmentPreview })
  preview(
    @Body() { filter }: PreviewSegmentInput,
    @CurrentActor() actor: Actor,
  ): Promise<SegmentPreview> {
    return this.segments.preview(actor, filter);
  }

  /** Errors: request.invalid, segment.unknown_field, segment.refers_to_nothing, segment.name_taken. */
  @Post()
  @Requires(SegmentPermission.write)
  @ApiCreatedResponse({ type: SegmentView })
  create(@Body() input: SaveSegmentInput, @CurrentActor() actor: Actor): Promise<SegmentView> {
    return this.segments.create(actor, input);
  }

  /** Errors: segment.not_found. */
  @Get(':id')
  @Requires(SegmentPermission.read)
  @ApiOkResponse({ type: SegmentView })
  get(@Param() { id }: SegmentRef, @CurrentActor() actor: Actor): Promise<SegmentView> {
    return this.segments.get(actor, id);
  }

  /** Errors: segment.not_found, segment.not_yours, record.changed, segment.name_taken, request.invalid. */
  @Put(':id')
  @Requires(SegmentPermission.write)
  @ApiOkResponse({ type: SegmentView })
  edit(
    @Param() { id }: SegmentRef,
    @Body() input: EditSegmentInput,
    @CurrentActor() actor: Actor,
  ): Promise<SegmentView> {
    return this.segments.edit(actor, id, input);
  }

  /** Errors: segment.not_found, segment.not_yours. */
  @Delete(':id')
  @HttpCode(204)
  @Requires(SegmentPermission.write)
  @ApiNoContentResponse()
  remove(@Param() { id }: SegmentRef, @CurrentActor() actor: Actor): Promise<void> {
    return this.segments.remove(actor, id);
  }

  /** How many and a sample, now. Errors: segment.not_found, segment.unknown_field, segment.refers_to_nothing, segment.too_slow. */
  @Get(':id/preview')
  @Requires(SegmentPermission.read)
  @ApiOkResponse({ type: SegmentPreview })
  count(@Param() { id }: SegmentRef, @CurrentActor() actor: Actor): Promise<SegmentPreview> {
    return this.segments.count(actor, id);
  }

  /** Everybody in it, newest first. Errors: segment.not_found, segment.unknown_field, segment.refers_to_nothing, segment.too_slow. */
  @Get(':id/members')
  @Requires(SegmentPermission.read)
  @ApiOkResponse({ type: SegmentMemberPage })
  members(
    @Param() { id }: SegmentRef,
    @Query() query: SegmentMemberQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<SegmentMember>> {
    return this.segments.members(actor, id, query);
  }
}
