import type { Manifest } from '#kernel';
import { bookChecks, entryKinds } from '#ledger';
import { MERGE_KINDS } from './merge.kinds.js';
import { MERGE_CHECKS } from './merge.checks.js';
import { MERGES_OF_MEMBERS } from './merging.member-part.js';
import { MergingModule } from './merging.module.js';
import * as mergeEntities from './merge.entity.js';

export const mergingManifest: Manifest = {
  entities: [mergeEntities],
  api: MergingModule,
  declares: [MERGES_OF_MEMBERS, entryKinds(...MERGE_KINDS), bookChecks(...MERGE_CHECKS)],
};
