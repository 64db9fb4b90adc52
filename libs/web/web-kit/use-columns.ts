import { useDebounceFn, useStorage } from '@vueuse/core';
import { computed, ref, watch, type Ref } from 'vue';
import { knownLayout, moved, resized, sameLayout, toggled } from './column-layout.js';
import type { ColumnLayout, ListState, SavedView } from './list-store.js';
import type { Column } from './list.types.js';
import { useWebKit } from './web-kit.context.js';

const SAVED_AFTER_MS = 500;

/**
 * Which columns of a list this person sees, in what order and how wide. Kept on the server per person and list; this
 * browser remembers them too, so that nothing jumps while the server is asked. A view that is open has its own.
 */
export function useColumns<Row>(
  listId: string,
  columns: () => readonly Column<Row>[],
  state: Ref<ListState | undefined>,
  view: Ref<SavedView | undefined> = ref(undefined),
) {
  const { lists, notify, errorMessage } = useWebKit();
  const own = useStorage<ColumnLayout[]>(`shuke.layout.${listId}`, []);
  /** Changes to the columns of an open view, until it is saved or left. */
  const draft = ref<ColumnLayout[] | null>(null);
  watch(state, (known) => {
    if (known) own.value = known.columns ?? [];
  });
  watch(
    () => view.value?.id,
    () => (draft.value = null),
  );

  const ofView = computed(() => (view.value?.columns.length ? view.value.columns : null));
  const layout = computed(() => knownLayout(draft.value ?? ofView.value ?? own.value, columns()));
  const visible = computed(() => {
    const byId = new Map(columns().map((column) => [column.id, column]));
    return layout.value.flatMap(({ id, width }) => {
      const column = byId.get(id);
      return column ? [{ ...column, width: width ?? undefined }] : [];
    });
  });
  const changed = computed(
    () => ofView.value !== null && !sameLayout(layout.value, knownLayout(ofView.value, columns())),
  );

  const save = useDebounceFn(async (next: ColumnLayout[]) => {
    try {
      await (next.length ? lists?.saveLayout(listId, next) : lists?.resetLayout(listId));
    } catch (error) {
      notify('error', errorMessage(error));
    }
  }, SAVED_AFTER_MS);

  function set(next: ColumnLayout[]): void {
    if (view.value) {
      draft.value = next;
      return;
    }
    own.value = next;
    void save(next);
  }

  return {
    layout,
    visible,
    changed,
    toggle: (id: string) => set(toggled(layout.value, id)),
    move: (id: string, by: number) => set(moved(layout.value, id, by)),
    resize: (id: string, width: number | null) => set(resized(layout.value, id, width)),
    /** Back to the view's columns, or to those the list brings. */
    reset: () => (view.value ? (draft.value = null) : set([])),
    /** After the view was saved with them. */
    settled: () => (draft.value = null),
  };
}
