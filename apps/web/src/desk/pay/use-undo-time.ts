import { onScopeDispose, ref } from 'vue';

const UNDO_SECONDS = 20;

/** How many seconds of the time to undo are left. */
export function useUndoTime(since: () => Date) {
  const left = (): number =>
    Math.max(UNDO_SECONDS - Math.floor((Date.now() - since().getTime()) / 1_000), 0);
  const seconds = ref(left());
  const timer = setInterval(() => {
    seconds.value = left();
    if (seconds.value === 0) clearInterval(timer);
  }, 500);
  onScopeDispose(() => clearInterval(timer));
  return { seconds };
}
