import './payout-list.report.js';

export { PayoutError } from './payout.errors.js';
export { PayoutPermission } from './payout.permissions.js';
export { payoutsManifest } from './payouts.manifest.js';
export { PayoutReversals } from './payout-reversals.service.js';
export { RefundsService } from './refunds.service.js';
export { TransfersService } from './transfers.service.js';
export { WithdrawalsService } from './withdrawals.service.js';
