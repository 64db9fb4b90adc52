export { ImportJob, ImportLine, ImportRow } from './import.entity.js';
export { ImportError } from './import.errors.js';
export { ImportPermission } from './import.permissions.js';
export { ImportsModule, ImportsWorkerModule } from './imports.module.js';
export * from './rules.js';
