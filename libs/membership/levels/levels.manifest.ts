import type { Manifest } from '#kernel';
import { LevelsModule } from './levels.module.js';
import * as level from './level.entity.js';

export const levelsManifest: Manifest = { entities: [level], api: LevelsModule };
