import { chainSettings } from '#chain/settings';
import { RETURN_SETTINGS } from './return.settings.js';
import { notices } from '#chain/notices';
import noticeWords from './words/notices.locale.js';
import { returnNotice } from './return.notices.js';
import type { Manifest } from '#kernel';
import { documents } from '#membership/documents';
import { returnDocument } from './return.document.js';
import { RETURNS_OF_MEMBERS } from './returns.member-part.js';
import { ReturnsModule } from './returns.module.js';
import * as returnEntities from './return.entity.js';

export const returnsManifest: Manifest = {
  entities: [returnEntities],
  api: ReturnsModule,
  declares: [
    chainSettings(RETURN_SETTINGS),
    notices(noticeWords, returnNotice),
    RETURNS_OF_MEMBERS,
    documents(returnDocument),
  ],
};
