export { PointsModule } from './points.module.js';
export { PointsPermission } from './points.permissions.js';
export { PointsService } from './points.service.js';
export * from './rules.js';
