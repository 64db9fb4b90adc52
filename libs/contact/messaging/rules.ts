/** Messaging's face for the browser. */
export { smsSegments } from './sms.rules.js';
export { MESSAGE_STATUSES, SUPPRESSION_REASONS } from './message.rules.js';
export type { MessageStatus, SuppressionReason } from './message.rules.js';
export {
  advertisement,
  advertisementParts,
  MAX_TEMPLATE,
  renderTemplate,
  TEMPLATE_VARIABLES,
  unknownVariables,
  variablesIn,
} from './template.rules.js';
export type { MemberFigures, TemplateVariable } from './template.rules.js';
