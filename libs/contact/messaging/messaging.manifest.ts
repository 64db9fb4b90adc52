import { chainSettings } from '#chain/settings';
import { MESSAGING_SETTINGS } from './messaging.settings.js';
import type { Manifest } from '#kernel';
import { MESSAGES_OF_MEMBERS } from './messages.member-part.js';
import { MessagingModule, MessagingWorkerModule } from './messaging.module.js';
import * as message from './message.entity.js';
import * as template from './template.entity.js';

export const messagingManifest: Manifest = {
  entities: [message, template],
  api: MessagingModule,
  worker: MessagingWorkerModule,
  declares: [chainSettings(MESSAGING_SETTINGS), MESSAGES_OF_MEMBERS],
};
