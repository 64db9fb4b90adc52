import { conditions } from '#chain/conditions';
import conditionWords from './words/conditions.locale.js';
import { WALLET_CONDITIONS } from './wallet.conditions.js';
import { notices } from '#chain/notices';
import noticeWords from './words/notices.locale.js';
import { TOP_UP_NOTICES } from './top-up.notices.js';
import { grantKinds } from '#chain/grants';
import { chainSettings } from '#chain/settings';
import { WALLET_SETTINGS } from './wallet.settings.js';
import { tenderKinds } from '#chain/tenders';
import type { Manifest } from '#kernel';
import { documents } from '#membership/documents';
import { bonusGrant } from './bonus.grant.js';
import { topUpDocument } from './top-up.document.js';
import { TOP_UPS_OF_MEMBERS } from './wallets.member-part.js';
import { walletTender } from './wallet.tender.js';
import { WalletsModule } from './wallets.module.js';
import * as wallet from './wallet.entity.js';

export const walletsManifest: Manifest = {
  entities: [wallet],
  api: WalletsModule,
  declares: [
    conditions(conditionWords, ...WALLET_CONDITIONS),
    notices(noticeWords, ...TOP_UP_NOTICES),
    chainSettings(WALLET_SETTINGS),
    TOP_UPS_OF_MEMBERS,
    documents(topUpDocument),
    tenderKinds(walletTender),
    grantKinds(bonusGrant),
  ],
};
