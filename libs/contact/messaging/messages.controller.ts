import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CurrentActor,
  PlainPageQuery,
  Requires,
  type Actor,
  type Page,
  FindsPeople,
} from '#kernel';
import { MemberMessagesRef, MessagePage, MessageQuery, type MessageView } from './message.dto.js';
import { MessagePermission } from './message.permissions.js';
import { MessagesService } from './messages.service.js';

@ApiTags('messages')
@Controller()
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  /** What went out to members of the acting person's stores, newest first. Errors: access.store_forbidden. */
  @Get('messages')
  @FindsPeople()
  @Requires(MessagePermission.read)
  @ApiOkResponse({ type: MessagePage })
  list(@Query() query: MessageQuery, @CurrentActor() actor: Actor): Promise<Page<MessageView>> {
    return this.messages.list(actor, query);
  }

  /** What one member got, whichever store it was about. */
  @Get('members/:id/messages')
  @Requires(MessagePermission.read)
  @ApiOkResponse({ type: MessagePage })
  ofMember(
    @Param() { id }: MemberMessagesRef,
    @Query() query: PlainPageQuery,
  ): Promise<Page<MessageView>> {
    return this.messages.ofMember(id, query);
  }
}
