export { ClosedAccount, MemberMerge } from './merge.entity.js';
export { EraseError, MergeError } from './merge.errors.js';
export { MergingModule } from './merging.module.js';
export { MergingService } from './merging.service.js';
