import type { Declaration } from '#kernel';
import type { DeclaredSettings } from './index.js';
import {
  type AnySettingValue,
  fits,
  type SettingSpec,
  type SettingSpecs,
  type ValueOf,
} from './setting.specs.js';

export type SettingKey = keyof DeclaredSettings;
export type SettingValue<K extends SettingKey> = DeclaredSettings[K];
/** The values of settings by their keys: what a capability adds to DeclaredSettings. */
export type Settled<S extends SettingSpecs> = { [K in keyof S]: ValueOf<S[K]> };

/** Every setting of the chain, in the order in which the capabilities declare them. */
export const SETTINGS = {} as Record<SettingKey, SettingSpec>;

/** The settings of a capability, `*.settings.ts`; it adds their types to DeclaredSettings. */
export const chainSettings =
  (specs: SettingSpecs): Declaration =>
  () => {
    for (const [key, spec] of Object.entries(specs)) {
      const known: SettingSpec | undefined = SETTINGS[key as SettingKey];
      if (known && known !== spec) throw new Error(`two capabilities declare the setting ${key}`);
      SETTINGS[key as SettingKey] = spec;
    }
  };

/** The settings that screens are told, by the name that they have there. */
export const settingsOnScreens = (): { key: SettingKey; name: string; spec: SettingSpec }[] =>
  Object.entries<SettingSpec>(SETTINGS).flatMap(([key, spec]) =>
    spec.onScreens ? [{ key: key as SettingKey, name: spec.onScreens, spec }] : [],
  );

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS, key);
}

/** Whether `value` may be stored under `key`. */
export const isSettingValue = (key: SettingKey, value: unknown): value is AnySettingValue =>
  fits(SETTINGS[key], value);
