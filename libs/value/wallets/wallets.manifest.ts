import { grantKinds } from '#chain/grants';
import { chainSettings } from '#chain/settings';
import { WALLET_SETTINGS } from './wallet.settings.js';
import { tenderKinds } from '#chain/tenders';
import type { Manifest } from '#kernel';
import { bookChecks, entryKinds } from '#ledger';
import { bonusGrant } from './bonus.grant.js';
import { TOP_UP_CHECKS } from './top-up.checks.js';
import { TOP_UP_KINDS } from './top-up.kinds.js';
import { TOP_UPS_OF_MEMBERS } from './wallets.member-part.js';
import { TOP_UP_TIMELINE } from './top-up.timeline.js';
import { walletTender } from './wallet.tender.js';
import { WalletsModule } from './wallets.module.js';
import * as wallet from './wallet.entity.js';

export const walletsManifest: Manifest = {
  entities: [wallet],
  api: WalletsModule,
  declares: [
    chainSettings(WALLET_SETTINGS),
    TOP_UP_TIMELINE,
    TOP_UPS_OF_MEMBERS,
    entryKinds(...TOP_UP_KINDS),
    bookChecks(...TOP_UP_CHECKS),
    tenderKinds(walletTender),
    grantKinds(bonusGrant),
  ],
};
