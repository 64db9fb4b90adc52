export { overviewManifest } from './overview.manifest.js';
export { OverviewPermission } from './overview.permissions.js';
