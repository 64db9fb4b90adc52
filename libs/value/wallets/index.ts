import './rule-list.report.js';
import './top-up-list.report.js';

export { type PaidIn, planTopUp } from './top-up.entry.js';
export { type PrepaidLimits, type LimitFinding, faceValueFinding } from './limit.rules.js';
export { faceValue, PrepaidLimitsService, type ValueAdded } from './prepaid-limits.service.js';
export { TopUpTermsInput, TopUpView } from './top-up.dto.js';
export { type TopUpMoment, TopUpsService } from './top-ups.service.js';
export { WalletView } from './wallet.dto.js';
export { TopUpReversalsService } from './top-up-reversals.service.js';
export { TopUpRulesService } from './top-up-rules.service.js';
export { StatementsService } from './statements.service.js';
export { WalletError } from './wallet.errors.js';
export { WalletPermission } from './wallet.permissions.js';
export { walletsManifest } from './wallets.manifest.js';
export { WalletsModule } from './wallets.module.js';
export type { Customer } from './wallets.repository.js';
export { type WalletOwner, WalletsService } from './wallets.service.js';
export * from './rules.js';
