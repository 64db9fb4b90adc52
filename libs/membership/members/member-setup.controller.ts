import { type Actor, CurrentActor, Requires } from '#kernel';
import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { MemberPermission, MemberSetupPermission } from './member.permissions.js';
import {
  ChangeFieldInput,
  ChangeTagInput,
  MemberFieldView,
  NewFieldInput,
  SetupRef,
  TagInput,
  TagRow,
} from './member-setup.dto.js';
import { MemberSetupService } from './member-setup.service.js';

@ApiTags('member-setup')
@Controller()
export class MemberSetupController {
  constructor(private readonly setup: MemberSetupService) {}

  /** The chain's custom fields, those in use first. */
  @Get('member-fields')
  @Requires(MemberPermission.read)
  @ApiOkResponse({ type: [MemberFieldView] })
  fields(): Promise<MemberFieldView[]> {
    return this.setup.fields();
  }

  /** Errors: member.field_code_taken, member.field_label_taken, member.field_choices_missing, member.field_choices_doubled. */
  @Post('member-fields')
  @Requires(MemberSetupPermission.edit)
  @ApiCreatedResponse({ type: MemberFieldView })
  addField(@Body() input: NewFieldInput, @CurrentActor() actor: Actor): Promise<MemberFieldView> {
    return this.setup.addField(actor, input);
  }

  /** Errors: member.field_not_found, record.changed, member.field_label_taken, member.field_choices_missing, member.field_choices_doubled. */
  @Patch('member-fields/:id')
  @Requires(MemberSetupPermission.edit)
  @ApiOkResponse({ type: MemberFieldView })
  changeField(
    @Param() { id }: SetupRef,
    @Body() input: ChangeFieldInput,
    @CurrentActor() actor: Actor,
  ): Promise<MemberFieldView> {
    return this.setup.changeField(actor, id, input);
  }

  /** All tags with how many members carry them. */
  @Get('tags')
  @Requires(MemberPermission.read)
  @ApiOkResponse({ type: [TagRow] })
  tags(): Promise<TagRow[]> {
    return this.setup.tags();
  }

  /** Errors: member.tag_name_taken. */
  @Post('tags')
  @Requires(MemberSetupPermission.edit)
  @ApiCreatedResponse({ type: SetupRef })
  addTag(@Body() input: TagInput, @CurrentActor() actor: Actor): Promise<SetupRef> {
    return this.setup.addTag(actor, input);
  }

  /** Errors: member.tag_not_found, record.changed, member.tag_name_taken. */
  @Patch('tags/:id')
  @Requires(MemberSetupPermission.edit)
  @ApiOkResponse({ type: SetupRef })
  changeTag(
    @Param() { id }: SetupRef,
    @Body() input: ChangeTagInput,
    @CurrentActor() actor: Actor,
  ): Promise<SetupRef> {
    return this.setup.changeTag(actor, id, input);
  }

  /** Takes a tag off everybody. Errors: member.tag_not_found. */
  @Delete('tags/:id')
  @Requires(MemberSetupPermission.edit)
  @ApiOkResponse({ type: SetupRef })
  removeTag(@Param() { id }: SetupRef, @CurrentActor() actor: Actor): Promise<SetupRef> {
    return this.setup.removeTag(actor, id);
  }
}
