import type { Manifest } from '#kernel';
import { SettingsModule } from './settings.module.js';
import * as setting from './setting.entity.js';

export const settingsManifest: Manifest = { entities: [setting], api: SettingsModule };
