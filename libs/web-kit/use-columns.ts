import { useStorage } from '@vueuse/core';
import { computed } from 'vue';
import type { Column } from './list.types.js';

/** Which columns of a list this person sees; remembered in this browser under the list's id. */
export function useColumns<Row>(listId: string, columns: () => readonly Column<Row>[]) {
  const stored = useStorage<string[]>(`shuke.columns.${listId}`, []);
  const standard = computed(() =>
    columns()
      .filter(({ hidden }) => !hidden)
      .map(({ id }) => id),
  );
  const shown = computed<string[]>({
    get: () => {
      const known = new Set(columns().map(({ id }) => id));
      const chosen = stored.value.filter((id) => known.has(id));
      return chosen.length ? chosen : standard.value;
    },
    set: (ids) => (stored.value = ids),
  });
  const visible = computed(() => columns().filter(({ id }) => shown.value.includes(id)));
  const reset = () => (stored.value = []);
  return { shown, visible, reset };
}
