export { MessagePermission } from './message.permissions.js';
export { MessagingModule, MessagingWorkerModule } from './messaging.module.js';
export { OutboxSmsDriver, SmsDriver, SmsRefused } from './sms-driver.js';
export type { Sms } from './sms-driver.js';
export * from './rules.js';
