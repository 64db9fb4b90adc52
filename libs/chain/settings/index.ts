export { SETTINGS } from './setting.catalogue.js';
export type { SettingKey, SettingValue } from './setting.catalogue.js';
export { SettingError } from './setting.errors.js';
export { SettingPermission } from './setting.permissions.js';
export { settingsManifest } from './settings.manifest.js';
export { SettingsModule } from './settings.module.js';
export { Settings } from './settings.service.js';
