import { computed } from 'vue';
import { useRoute, useRouter, type LocationQuery } from 'vue-router';
import type { Filter, ListParams } from './list.types.js';

const DEFAULT_PAGE_SIZE = 50;

/**
 * The state of a list lives in the address: it can be bookmarked, sent, and survives Back.
 * `defaults` are filter values that hold while the address says nothing.
 */
export function useListState(filters: () => readonly Filter[], defaults: ListParams = {}) {
  const route = useRoute();
  const router = useRouter();
  // A page that is being left must not react to the next page's address.
  const name = route.name;

  const query = computed<LocationQuery>((previous) =>
    route.name === name || !previous ? route.query : previous,
  );
  const text = (key: string): string => {
    const value = query.value[key];
    return typeof value === 'string' ? value : '';
  };

  const filterKeys = computed(() =>
    filters().flatMap(({ id, type }) => (type === 'period' ? ['from', 'to'] : [id])),
  );

  const params = computed<ListParams>(() => {
    const result: ListParams = {
      page: Math.max(1, Number.parseInt(text('page'), 10) || 1),
      pageSize: Number.parseInt(text('pageSize'), 10) || DEFAULT_PAGE_SIZE,
    };
    for (const key of ['q', 'sort', ...filterKeys.value]) {
      const value = text(key) || defaults[key];
      if (value !== undefined && value !== '') result[key] = value;
    }
    return result;
  });

  /** The saved view the address speaks of. */
  const viewId = computed(() => Number(text('view')) || undefined);

  const filtered = computed(() => ['q', ...filterKeys.value].some((key) => text(key) !== ''));

  /** Changes part of the state; anything but the page itself starts at the first page. */
  function set(changes: ListParams): void {
    const next: Record<string, string> = {};
    for (const [key, value] of Object.entries({ ...query.value, page: '', ...changes })) {
      const isDefault = key === 'page' && Number(value) === 1;
      if (value !== undefined && value !== null && value !== '' && !isDefault) {
        next[key] = String(value);
      }
    }
    void router.replace({ query: next });
  }

  function clear(): void {
    void router.replace({ query: {} });
  }

  /** What a view keeps of the address: filters without the page being looked at. */
  const kept = computed<Record<string, string>>(() => {
    const { page: _page, pageSize: _size, sort: _sort, ...rest } = params.value;
    return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, String(value)]));
  });

  /** Shows the list as a view keeps it; without one as it comes. */
  function apply(view?: { id: number; filters: Record<string, string>; sort: string }): void {
    const query = view && {
      ...view.filters,
      ...(view.sort ? { sort: view.sort } : {}),
      view: String(view.id),
    };
    void router.replace({ query: query ?? {} });
  }

  return { params, filtered, viewId, kept, set, clear, apply };
}
