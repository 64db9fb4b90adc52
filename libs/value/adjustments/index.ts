import './adjustment-list.report.js';

export { AdjustmentError } from './adjustment.errors.js';
export {
  PointsAdjustmentPermission,
  WalletAdjustmentPermission,
} from './adjustment.permissions.js';
export { adjustmentsManifest } from './adjustments.manifest.js';
export { AdjustmentsService } from './adjustments.service.js';
