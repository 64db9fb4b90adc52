import type { SettingRow } from '../../api/types.js';
import { t, te, wordOf } from '../../i18n/i18n.js';

/** The words of a setting: its name (`keys`) or what stands under it (`hints`); '' where there are none. */
export function settingWords(kind: 'keys' | 'hints', key: string): string {
  const path = `settings.${kind}.${key}`;
  return te(path) ? t(path) : '';
}

export const groupWords = (group: string): string => wordOf('settings.groups', group);

/** The settings that a text means: by name, hint or group, in any order of its words. */
export function findSettings(rows: readonly SettingRow[], text: string): SettingRow[] {
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ key, group }) => {
    const said = [settingWords('keys', key), settingWords('hints', key), groupWords(group)]
      .join(' ')
      .toLowerCase();
    return parts.every((part) => said.includes(part));
  });
}
