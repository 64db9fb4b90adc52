import { type Actor, CurrentActor, Requires } from '#kernel';
import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { EditedMemberView, EditMemberInput, MemberPhoneView, MemberRef } from './member.dto.js';
import { MemberPermission } from './member.permissions.js';
import { MembersService } from './members.service.js';

@ApiTags('members')
@Controller('members')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  /** The full phone number; looking is recorded. Errors: member.not_found. */
  @Get(':id/phone')
  @Requires(MemberPermission.phone)
  @ApiOkResponse({ type: MemberPhoneView })
  phone(@Param() { id }: MemberRef, @CurrentActor() actor: Actor): Promise<MemberPhoneView> {
    return this.members.showPhone(actor, id);
  }

  /** Changes a record. Errors: member.not_found, record.changed, member.phone_taken, member.name_missing. */
  @Patch(':id')
  @Requires(MemberPermission.edit)
  @ApiOkResponse({ type: EditedMemberView })
  edit(
    @Param() { id }: MemberRef,
    @Body() input: EditMemberInput,
    @CurrentActor() actor: Actor,
  ): Promise<EditedMemberView> {
    return this.members.edit(actor, id, input);
  }
}
