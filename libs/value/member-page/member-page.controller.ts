import { type Actor, CurrentActor, Requires } from '#kernel';
import { MemberPermission, MemberRef } from '#membership/members';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { MemberDetail } from './member-page.dto.js';
import { MemberPageService } from './member-page.service.js';

@ApiTags('members')
@Controller('members')
export class MemberPageController {
  constructor(private readonly pages: MemberPageService) {}

  /** A member with cards and balances. Errors: member.not_found. */
  @Get(':id')
  @Requires(MemberPermission.read)
  @ApiOkResponse({ type: MemberDetail })
  show(@Param() { id }: MemberRef, @CurrentActor() actor: Actor): Promise<MemberDetail> {
    return this.pages.show(actor, id);
  }
}
