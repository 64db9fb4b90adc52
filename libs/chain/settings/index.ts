export { chainSettings, SETTINGS } from './setting.catalogue.js';
export type { SettingKey, SettingValue, Settled } from './setting.catalogue.js';
export { SettingsOnScreens } from './screen-settings.js';
export { SettingError } from './setting.errors.js';
export { SettingPermission } from './setting.permissions.js';
export { cents, choice, flag, onScreens, text, whole } from './setting.specs.js';
export type { AnySettingValue, SettingSpecs } from './setting.specs.js';
export { settingsManifest } from './settings.manifest.js';
export { SettingsModule } from './settings.module.js';
export { Settings } from './settings.service.js';

/** The value of every setting by its key. Each capability adds its own, beside their declaration: `*.settings.ts`. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the others add to it
export interface DeclaredSettings {}
