import { declareAll, type Manifest } from '#kernel';
import { adjustmentsManifest } from '#value/adjustments';
import { approvalsManifest } from '#chain/approvals';
import { auditManifest } from '#chain/audit';
import { booksManifest } from '#chain/books';
import { cardsManifest } from '#membership/cards';
import { catalogueManifest } from '#goods/catalogue';
import { favouritesManifest } from '#counter/favourites';
import { identityManifest } from '#chain/identity';
import { importsManifest } from '#chain/imports';
import { jobsManifest } from '#chain/jobs';
import { joiningManifest } from '#counter/joining';
import { ledgerManifest } from '#ledger';
import { levelsManifest } from '#membership/levels';
import { listViewsManifest } from '#chain/list-views';
import { memberImportManifest } from '#value/member-import';
import { memberPageManifest } from '#value/member-page';
import { memberSearchManifest } from '#membership/member-search';
import { timelineManifest } from '#membership/timeline';
import { membersManifest } from '#membership/members';
import { mergingManifest } from '#membership/merging';
import { messagingManifest } from '#contact/messaging';
import { overviewManifest } from '#insight/overview';
import { payoutsManifest } from '#value/payouts';
import { pointsManifest } from '#value/points';
import { quickSaleManifest } from '#counter/quick-sale';
import { receiptsManifest } from '#chain/receipts';
import { reportsManifest } from '#insight/reports';
import { returnsManifest } from '#counter/returns';
import { salesManifest } from '#counter/sales';
import { segmentsManifest } from '#contact/segments';
import { settingsManifest } from '#chain/settings';
import { stockManifest } from '#goods/stock';
import { storesManifest } from '#chain/stores';
import { tendersManifest } from '#chain/tenders';
import { walletsManifest } from '#value/wallets';

/**
 * What the chain can do, one line each, in the order of the ladder: the API, the worker, the console, the demo and the specs
 * have it all from here.
 */
export const CAPABILITIES: readonly Manifest[] = [
  ledgerManifest,
  settingsManifest,
  storesManifest,
  tendersManifest,
  receiptsManifest,
  identityManifest,
  auditManifest,
  jobsManifest,
  booksManifest,
  approvalsManifest,
  listViewsManifest,
  importsManifest,
  levelsManifest,
  membersManifest,
  timelineManifest,
  cardsManifest,
  memberSearchManifest,
  mergingManifest,
  catalogueManifest,
  stockManifest,
  pointsManifest,
  walletsManifest,
  payoutsManifest,
  adjustmentsManifest,
  memberPageManifest,
  memberImportManifest,
  joiningManifest,
  quickSaleManifest,
  salesManifest,
  favouritesManifest,
  returnsManifest,
  messagingManifest,
  segmentsManifest,
  overviewManifest,
  reportsManifest,
];

/** Before anything is asked of the engines below the capabilities. Once more does no harm. */
export const declareCapabilities = (): void => declareAll(CAPABILITIES);
