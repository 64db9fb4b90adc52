export { pointsManifest } from './points.manifest.js';
export { PointsModule } from './points.module.js';
export { PointsError } from './points.errors.js';
export { PointsPermission } from './points.permissions.js';
export { PointsService } from './points.service.js';
export * from './rules.js';
