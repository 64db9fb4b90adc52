import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor, type Page } from '#kernel';
import { MessagePermission } from './message.permissions.js';
import {
  EditTemplateInput,
  PreviewTemplateInput,
  SaveTemplateInput,
  TemplatePage,
  TemplatePreview,
  TemplateQuery,
  TemplateRef,
  TemplateView,
} from './template.dto.js';
import { TemplatesService } from './templates.service.js';

@ApiTags('messages')
@Controller('message-templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  /** The chain's templates, by name. */
  @Get()
  @Requires(MessagePermission.read)
  @ApiOkResponse({ type: TemplatePage })
  list(@Query() query: TemplateQuery, @CurrentActor() actor: Actor): Promise<Page<TemplateView>> {
    return this.templates.page(actor, query);
  }

  /** Errors: message_template.unknown_variable, message_template.name_taken. */
  @Post()
  @Requires(MessagePermission.template)
  @ApiCreatedResponse({ type: TemplateView })
  create(@Body() input: SaveTemplateInput, @CurrentActor() actor: Actor): Promise<TemplateView> {
    return this.templates.create(actor, input);
  }

  /** A text for one member, and what it takes. Errors: message_template.member_not_found. */
  @Post('preview')
  @HttpCode(200)
  @Requires(MessagePermission.read)
  @ApiOkResponse({ type: TemplatePreview })
  preview(
    @Body() input: PreviewTemplateInput,
    @CurrentActor() actor: Actor,
  ): Promise<TemplatePreview> {
    return this.templates.preview(actor, input);
  }

  /** Errors: message_template.not_found, record.changed, message_template.unknown_variable, message_template.name_taken. */
  @Put(':id')
  @Requires(MessagePermission.template)
  @ApiOkResponse({ type: TemplateView })
  edit(
    @Param() { id }: TemplateRef,
    @Body() input: EditTemplateInput,
    @CurrentActor() actor: Actor,
  ): Promise<TemplateView> {
    return this.templates.edit(actor, id, input);
  }

  /** Errors: message_template.not_found. */
  @Delete(':id')
  @HttpCode(204)
  @Requires(MessagePermission.template)
  @ApiNoContentResponse()
  remove(@Param() { id }: TemplateRef, @CurrentActor() actor: Actor): Promise<void> {
    return this.templates.remove(actor, id);
  }
}
