import './audit-list.report.js';
export { auditManifest } from './audit.manifest.js';
export * from './rules.js';
export { AuditPermission } from './audit.permissions.js';
