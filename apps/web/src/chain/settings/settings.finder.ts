import type { Finder } from '../../office/finder.js';
import { http } from '../../api/http.js';
import type { SettingRow } from '../../api/types.js';
import { findSettings, groupWords, settingWords } from './setting-words.js';

const SHOWN = 6;
let rows: Promise<SettingRow[]> | undefined;

export const finder: Finder = {
  id: 'settings',
  order: 40,
  label: 'settings.title',
  permission: 'settings.read',
  when: (text) => text.length > 0,
  async find(text) {
    rows ??= http.get('/settings').catch((error: unknown) => {
      rows = undefined;
      throw error;
    });
    return findSettings(await rows, text)
      .slice(0, SHOWN)
      .map((row) => ({
        id: row.key,
        title: settingWords('keys', row.key) || row.key,
        hint: groupWords(row.group),
        to: { name: 'settings', query: { q: settingWords('keys', row.key) } },
      }));
  },
};
