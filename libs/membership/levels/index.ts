import './level-list.report.js';

export { byLevelName } from './level.names.js';
export { LEVELS } from './level.named.js';
export { LevelError } from './level.errors.js';
export { LevelPermission } from './level.permissions.js';
export { membersOfLevels } from './members-of-levels.js';
export { levelsManifest } from './levels.manifest.js';
export { LevelsModule } from './levels.module.js';
export { LevelsService } from './levels.service.js';
