import { computed } from 'vue';
import type { FilterOption } from '#web/web-kit';
import { useSession } from './session.store.js';

/** The stores this person may see, as choices of a filter. */
export function useStoreOptions() {
  const session = useSession();
  return computed<FilterOption[]>(() =>
    session.stores.map(({ id, name }) => ({ value: String(id), label: name })),
  );
}
