import { chainSettings } from '#chain/settings';
import { PAYOUT_SETTINGS } from './payout.settings.js';
import type { Manifest } from '#kernel';
import { bookChecks, entryKinds } from '#ledger';
import { PAYOUT_KINDS } from './payout.kinds.js';
import { PAYOUT_CHECKS } from './payout.checks.js';
import { PAYOUTS_OF_MEMBERS } from './payouts.member-part.js';
import { PAYOUT_TIMELINE } from './payout.timeline.js';
import { PayoutsModule } from './payouts.module.js';
import * as payoutEntities from './payout.entity.js';

export const payoutsManifest: Manifest = {
  entities: [payoutEntities],
  api: PayoutsModule,
  declares: [
    chainSettings(PAYOUT_SETTINGS),
    PAYOUT_TIMELINE,
    PAYOUTS_OF_MEMBERS,
    entryKinds(...PAYOUT_KINDS),
    bookChecks(...PAYOUT_CHECKS),
  ],
};
