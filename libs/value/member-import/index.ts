export { memberImportManifest } from './member-import.manifest.js';
export { MemberImportService } from './member-import.service.js';
export * from './rules.js';
