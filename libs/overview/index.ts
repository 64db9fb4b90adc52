export { OverviewModule } from './overview.module.js';
export { OverviewPermission } from './overview.permissions.js';
