export { ImportChecker } from './import-checker.js';
export { ImportCommitter } from './import-committer.js';
export { ImportReader } from './import-reader.js';
export { ImportJob, ImportLine, ImportRow } from './import.entity.js';
export { ImportError } from './import.errors.js';
export { ImportPermission } from './import.permissions.js';
export { ImportsModule, ImportsWorkerModule } from './imports.module.js';
export { ImportsService } from './imports.service.js';
export * from './rules.js';
