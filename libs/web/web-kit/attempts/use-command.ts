import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { useWebKit } from '../web-kit.context.js';
import type { CommandKey } from './attempts.js';

/**
 * One command of a dialog or a button. `open()` makes its key. A lost answer keeps key and request, and asks again by itself
 * until the fate is known; only then comes the next key.
 */
export function useCommand() {
  const { attempts } = useWebKit();
  const key = shallowRef(attempts.newKey());
  const busy = ref(false);
  let opening = 0;

  const attempt = computed(() => attempts.all.value.find((each) => each.key === key.value.value));
  /** The answer was lost, and nobody knows yet. */
  const unknown = computed(() => attempt.value?.state === 'unknown');

  function open(): void {
    leave();
    key.value = attempts.newKey();
  }

  /** Nobody waits here any more; what becomes of it is shown on the screen. */
  function leave(): void {
    opening += 1;
    busy.value = false;
    attempts.leave(key.value.value);
  }
  onScopeDispose(leave);

  /** Runs one command; a second call while one is under way is ignored (undefined). */
  async function run<T>(send: (key: CommandKey) => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined;
    busy.value = true;
    const mine = opening;
    try {
      return await send(key.value);
    } finally {
      if (mine === opening) {
        busy.value = false;
        key.value = attempts.newKey();
      }
    }
  }

  return {
    busy,
    unknown,
    /** What stopped the last question, where it was not silence. */
    problem: computed(() => (unknown.value ? (attempt.value?.problem ?? null) : null)),
    /** Being asked for at this moment. */
    asking: computed(() => attempts.asking.value.has(key.value.value)),
    open,
    leave,
    run,
    askAgain: () => attempts.askAgain(key.value.value),
  };
}
