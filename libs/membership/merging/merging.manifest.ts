import { chainSettings } from '#chain/settings';
import { MERGING_SETTINGS } from './merging.settings.js';
import { notices } from '#chain/notices';
import noticeWords from './words/notices.locale.js';
import { mergedNotice } from './merging.notices.js';
import type { Manifest } from '#kernel';
import { documents } from '#membership/documents';
import { mergeDocument } from './merge.document.js';
import { MERGES_OF_MEMBERS } from './merging.member-part.js';
import { MergingModule } from './merging.module.js';
import * as mergeEntities from './merge.entity.js';

export const mergingManifest: Manifest = {
  entities: [mergeEntities],
  api: MergingModule,
  declares: [
    chainSettings(MERGING_SETTINGS),
    notices(noticeWords, mergedNotice),
    MERGES_OF_MEMBERS,
    documents(mergeDocument),
  ],
};
