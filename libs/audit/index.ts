import './audit-list.report.js';
export { AuditModule } from './audit.module.js';
export * from './rules.js';
export { AuditPermission } from './audit.permissions.js';
