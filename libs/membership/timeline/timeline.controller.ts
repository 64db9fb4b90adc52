import { Requires } from '#kernel';
import { MemberPermission, MemberRef } from '#membership/members';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ActivityRow, TimelineQuery } from './timeline.dto.js';
import { TimelineService } from './timeline.service.js';

@ApiTags('members')
@Controller('members')
export class TimelineController {
  constructor(private readonly timeline: TimelineService) {}

  /** What a member bought and what moved their value, the newest first, page by page. Errors: member.not_found. */
  @Get(':id/activity')
  @Requires(MemberPermission.read)
  @ApiOkResponse({ type: [ActivityRow] })
  activity(@Param() { id }: MemberRef, @Query() query: TimelineQuery): Promise<ActivityRow[]> {
    return this.timeline.ofMember(id, query);
  }
}
