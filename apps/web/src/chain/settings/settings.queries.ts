import { useQuery } from '@tanstack/vue-query';
import { http } from '../../api/http.js';
import type { SettingValue } from '../../api/types.js';

export function useSettings() {
  return useQuery({
    queryKey: ['settings', 'all'],
    queryFn: () => http.get('/settings'),
  });
}

/** Errors: record.changed when someone else was faster. */
export const saveSetting = (key: string, value: SettingValue, version: number) =>
  http.put(`/settings/${key}`, { value, version });
