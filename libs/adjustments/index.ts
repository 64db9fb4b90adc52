import './adjustment-list.report.js';

export { Adjustment } from './adjustment.entity.js';
export { AdjustmentError } from './adjustment.errors.js';
export {
  PointsAdjustmentPermission,
  WalletAdjustmentPermission,
} from './adjustment.permissions.js';
export { AdjustmentsModule } from './adjustments.module.js';
export { AdjustmentsService } from './adjustments.service.js';
