import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed } from 'vue';
import type { SavedView, ViewContent } from './list-store.js';
import { useWebKit } from './web-kit.context.js';

/** The saved views of a list and the person's columns, from the server. */
export function useListViews(listId: string, openId: () => number | undefined) {
  const { lists } = useWebKit();
  const queries = useQueryClient();
  const queryKey = ['list-views', listId];
  const answer = useQuery({
    queryKey,
    queryFn: () => lists!.state(listId),
    enabled: lists !== undefined,
    staleTime: 60_000,
    retry: false,
  });
  const state = computed(() => answer.data.value);
  const views = computed(() => state.value?.views ?? []);
  const open = computed(() => views.value.find(({ id }) => id === openId()));
  const refresh = () => queries.invalidateQueries({ queryKey });

  async function save(view: ViewContent, id?: number): Promise<SavedView> {
    try {
      const version = views.value.find((each) => each.id === id)?.version ?? 0;
      return await (id ? lists!.changeView(id, view, version) : lists!.createView(listId, view));
    } finally {
      // Also where somebody else was faster: what they saved is shown, and can be saved over.
      await refresh();
    }
  }

  async function remove(id: number): Promise<void> {
    await lists!.removeView(id);
    await refresh();
  }

  return { available: lists !== undefined, state, views, open, save, remove };
}
