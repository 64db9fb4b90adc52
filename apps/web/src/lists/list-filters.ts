import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Filter, FilterOption } from '#web/web-kit';
import { http } from '../api/http.js';
import { useSession } from '../session/session.store.js';
import { useStoreOptions } from '../session/store-options.js';

const named = (rows: readonly { id: number; name: string }[] | undefined): FilterOption[] =>
  (rows ?? []).map(({ id, name }) => ({ value: String(id), label: name }));

/** The staff to filter by, for those who may see them. */
export function useStaffOptions() {
  const session = useSession();
  const staff = useQuery({
    queryKey: ['staff', 'choices'],
    queryFn: async () => (await http.get('/staff', { pageSize: 200 })).rows,
    enabled: session.can('staff.read'),
    staleTime: 60_000,
  });
  return computed(() => named(staff.data.value));
}

export function useLevelOptions() {
  const levels = useQuery({
    queryKey: ['levels', 'all'],
    queryFn: () => http.get('/levels'),
  });
  return computed(() => named(levels.data.value));
}

/** The filters that many lists have: chips of one shape and one word. A chip without choices is left out. */
export function useListFilters() {
  const { t } = useI18n();
  const session = useSession();
  const stores = useStoreOptions();
  const staff = useStaffOptions();
  const one = (id: string, label: string, options: readonly FilterOption[]): Filter[] =>
    options.length ? [{ id, label, type: 'one', options }] : [];
  return {
    period: (label: string): Filter[] => [{ id: 'period', label, type: 'period' }],
    store: () => one('storeId', 'common.store', stores.value),
    staff: (label: string) => one('staffId', label, staff.value),
    /** One of some codes, whose words stand under `words`. */
    code: (id: string, label: string, codes: readonly string[], words: string) =>
      one(
        id,
        label,
        codes.map((value) => ({ value, label: t(`${words}.${value}`) })),
      ),
    /** How it was paid, also by what is taken no more. */
    tender: (label: string, of: 'sales' | 'money') =>
      one(
        'tender',
        label,
        [
          ...(of === 'sales' ? ['wallet', 'points'] : []),
          ...session.tenders
            .filter(({ place }) => of === 'money' || place === 'till')
            .map(({ code }) => code),
        ].map((value) => ({ value, label: t(`tender.${value}`) })),
      ),
    one,
  };
}
