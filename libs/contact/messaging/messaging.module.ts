import { Module } from '@nestjs/common';
import { SettingsModule } from '#chain/settings';
import { ActNotices } from './act-notices.js';
import { ActSender } from './act-sender.js';
import { Gateway } from './gateway.js';
import { MessagesController } from './messages.controller.js';
import { MessagesRepository } from './messages.repository.js';
import { MessagesService } from './messages.service.js';
import { RecipientsRepository } from './recipients.repository.js';
import { OutboxSmsDriver, SmsDriver } from './sms-driver.js';
import { TemplatesController } from './templates.controller.js';
import { TemplatesService } from './templates.service.js';

// For the API: what was sent, and the texts to send. Owns the message rows; it never decides that an act happened.
@Module({
  imports: [SettingsModule],
  controllers: [MessagesController, TemplatesController],
  providers: [MessagesService, MessagesRepository, TemplatesService, RecipientsRepository],
  exports: [RecipientsRepository],
})
export class MessagingModule {}

// For the worker: sends after acts, and is the way to the gateway for others. SMS_DRIVER names the driver; there is one so far.
@Module({
  imports: [SettingsModule],
  providers: [
    ActSender,
    ActNotices,
    MessagesRepository,
    RecipientsRepository,
    Gateway,
    { provide: SmsDriver, useClass: OutboxSmsDriver },
  ],
  exports: [Gateway, RecipientsRepository, MessagesRepository],
})
export class MessagingWorkerModule {}
