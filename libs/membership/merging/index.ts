export { EraseError, MergeError } from './merge.errors.js';
export { mergingManifest } from './merging.manifest.js';
export { MergingService } from './merging.service.js';
