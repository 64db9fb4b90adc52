import { Module } from '@nestjs/common';
import { registerEntities } from '#kernel';
import { SettingsModule } from '#settings';
import { ActMessages } from './act-messages.js';
import { MessageEntity } from './message.entity.js';
import { MessagesController } from './messages.controller.js';
import { MessagesRepository } from './messages.repository.js';
import { MessagesService } from './messages.service.js';
import { OutboxSmsDriver, SmsDriver } from './sms-driver.js';
import { MessageGateEntity, MessageTemplateEntity } from './template.entity.js';

registerEntities(MessageEntity, MessageTemplateEntity, MessageGateEntity);

// For the API: what was sent. Owns the message rows; it never decides that an act happened.
@Module({ controllers: [MessagesController], providers: [MessagesService, MessagesRepository] })
export class MessagingModule {}

// For the worker: sends after top-ups and debits. SMS_DRIVER names the driver; there is one so far.
@Module({
  imports: [SettingsModule],
  providers: [ActMessages, MessagesRepository, { provide: SmsDriver, useClass: OutboxSmsDriver }],
  exports: [ActMessages],
})
export class MessagingWorkerModule {}
