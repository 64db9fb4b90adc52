import { useStorage } from '@vueuse/core';
import { computed } from 'vue';
import { useRoute } from 'vue-router';
import { officeNav } from '../router.js';
import { useSession } from '../session/session.store.js';
import { isPageOf, type MenuLine, menuOf } from './nav.js';

/** The menu of whoever is signed in, and where they stand in it. Favourites are kept per person in this browser. */
export function useMenu() {
  const route = useRoute();
  const session = useSession();
  const favourites = useStorage<Record<number, string[]>>('shuke.favourites', {});

  const groups = computed(() => menuOf(officeNav, session.can));
  const lines = computed(() => groups.value.flatMap((group) => group.lines));
  const isCurrent = (line: MenuLine): boolean => line.tabs.some((tab) => isPageOf(tab, route));
  const current = computed(() => lines.value.find(isCurrent));
  const area = computed(() => current.value?.area ?? groups.value[0]?.area);

  const staffId = computed(() => session.staff?.id ?? 0);
  const chosen = computed(() => favourites.value[staffId.value] ?? []);
  const favouriteLines = computed(() => lines.value.filter(isFavourite));
  function isFavourite(line: MenuLine): boolean {
    return chosen.value.includes(line.route);
  }
  function toggleFavourite(line: MenuLine): void {
    const others = chosen.value.filter((name) => name !== line.route);
    favourites.value = {
      ...favourites.value,
      [staffId.value]: isFavourite(line) ? others : [...others, line.route],
    };
  }

  return { groups, lines, current, area, isCurrent, favouriteLines, isFavourite, toggleFavourite };
}
