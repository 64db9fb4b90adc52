/** The audit log's face for the browser: its words, and what a record says. */
export { type AuditChange, auditChanges } from './audit-changes.js';
export { AUDIT_TEXT } from './audit-text.js';
