import { useResizeObserver, useWindowSize } from '@vueuse/core';
import { computed, ref, watch, type Ref } from 'vue';

/** What stands below a table: the pager and the edge of the page. */
const BELOW = 76;
const LEAST = 260;

/** How high an element may be so that it ends with the window: its head and its sums stay in sight. */
export function useRoom(element: Ref<HTMLElement | undefined>): Ref<string> {
  const { height } = useWindowSize();
  const top = ref(0);
  const measure = (): void => {
    top.value = (element.value?.getBoundingClientRect().top ?? 0) + window.scrollY;
  };
  // Before it is first seen: otherwise it would be drawn too high, and shrink.
  watch(element, measure, { flush: 'post' });
  // What stands above it (chips in two lines, a note) moves it; then the page changes its size.
  useResizeObserver(document.body, measure);
  return computed(() => `${Math.max(LEAST, height.value - top.value - BELOW)}px`);
}
