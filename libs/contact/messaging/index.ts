import './message-list.report.js';
import './template-list.report.js';
export {
  campaignsOfMessages,
  claimQueued,
  type Decision,
  decideMessages,
  markInterrupted,
  queueFailed,
  queueMessages,
  settleMessage,
  suppressQueued,
} from './bulk-messages.js';
export { Gateway, type GatewayAnswer } from './gateway.js';
export { MessagePermission } from './message.permissions.js';
export { messagingManifest } from './messaging.manifest.js';
export { MessagingModule, MessagingWorkerModule } from './messaging.module.js';
export { RecipientsRepository, type RecipientRecord } from './recipients.repository.js';
export { OutboxSmsDriver, SmsDriver, SmsRefused } from './sms-driver.js';
export type { Sms } from './sms-driver.js';
export { TemplateError } from './template.errors.js';
export { assertKnownVariables } from './templates.service.js';
export * from './rules.js';
