export { Level } from './level.entity.js';
export { LevelError } from './level.errors.js';
export { LevelPermission } from './level.permissions.js';
export { LevelsModule } from './levels.module.js';
export { LevelsService } from './levels.service.js';
