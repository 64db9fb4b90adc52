export { AuditModule } from './audit.module.js';
export { AuditPermission } from './audit.permissions.js';
