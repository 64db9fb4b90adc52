import './import-list.report.js';

export { ImportRef, ImportStartedView, ImportView } from './import.dto.js';
export { ImportChecker } from './import-checker.js';
export { ImportCommitter } from './import-committer.js';
export {
  importKind,
  type ImportKind,
  type ImportMoment,
  type ImportWork,
  type Verdict,
} from './import-kind.js';
export {
  forgetLines,
  type ImportLineRecord,
  ImportLinesRepository,
} from './import-lines.repository.js';
export { ImportReader } from './import-reader.js';
export { ImportError } from './import.errors.js';
export { ImportPermission } from './import.permissions.js';
export { importsManifest } from './imports.manifest.js';
export { ImportsModule, ImportsWorkerModule } from './imports.module.js';
export type { ImportTask } from './imports.repository.js';
export { ImportsService } from './imports.service.js';
export { FileRefused, LIMITS } from './reading/reading.types.js';
export * from './rules.js';
