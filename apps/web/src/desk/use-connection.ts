import { useEventListener } from '@vueuse/core';
import { onScopeDispose, ref } from 'vue';

const CALM_MS = 30_000;
const WORRIED_MS = 4_000;

export type Connection = 'online' | 'offline' | 'unavailable';

/**
 * Whether money can be taken: the server answers and has its database. Nothing of value is done offline; the draft
 * waits, and the screen says so.
 */
export function useConnection(onBack: () => void) {
  const state = ref<Connection>('online');
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function check(): Promise<void> {
    clearTimeout(timer);
    const before = state.value;
    state.value = await probe();
    if (before !== 'online' && state.value === 'online') onBack();
    timer = setTimeout(() => void check(), state.value === 'online' ? CALM_MS : WORRIED_MS);
  }

  useEventListener(window, 'online', () => void check());
  useEventListener(window, 'offline', () => void check());
  timer = setTimeout(() => void check(), CALM_MS);
  onScopeDispose(() => clearTimeout(timer));

  return { state, check };
}

async function probe(): Promise<Connection> {
  if (!navigator.onLine) return 'offline';
  try {
    const answer = await fetch('/health/ready', { signal: AbortSignal.timeout(8_000) });
    // Anything else than "not ready" is not about us: a proxy may keep this path to itself.
    return answer.status >= 500 ? 'unavailable' : 'online';
  } catch {
    return 'offline';
  }
}
