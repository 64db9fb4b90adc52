import { notices } from '#chain/notices';
import noticeWords from './words/notices.locale.js';
import { PAYOUT_NOTICES } from './payout.notices.js';
import { chainSettings } from '#chain/settings';
import { PAYOUT_SETTINGS } from './payout.settings.js';
import type { Manifest } from '#kernel';
import { documents } from '#membership/documents';
import { payoutDocument } from './payout.document.js';
import { PAYOUTS_OF_MEMBERS } from './payouts.member-part.js';
import { PayoutsModule } from './payouts.module.js';
import * as payoutEntities from './payout.entity.js';

export const payoutsManifest: Manifest = {
  entities: [payoutEntities],
  api: PayoutsModule,
  declares: [
    chainSettings(PAYOUT_SETTINGS),
    notices(noticeWords, ...PAYOUT_NOTICES),
    PAYOUTS_OF_MEMBERS,
    documents(payoutDocument),
  ],
};
