import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor, type Page } from '#kernel';
import { MessagePage, MessageQuery, type MessageView } from './message.dto.js';
import { MessagePermission } from './message.permissions.js';
import { MessagesService } from './messages.service.js';

@ApiTags('messages')
@Controller('messages')
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  /** What went out to members of the acting person's stores, newest first. Errors: access.store_forbidden. */
  @Get()
  @Requires(MessagePermission.read)
  @ApiOkResponse({ type: MessagePage })
  list(@Query() query: MessageQuery, @CurrentActor() actor: Actor): Promise<Page<MessageView>> {
    return this.messages.list(actor, query);
  }
}
