import type { SessionSettings } from '#web/api-client';
import { computed, type ComputedRef } from 'vue';
import { useSession } from '../session/session.store.js';

/** What the till must know of the chain's settings; it comes with the session. */
export type DeskSettings = SessionSettings;

export function useDeskSettings(): ComputedRef<DeskSettings> {
  const session = useSession();
  return computed(() => session.settings);
}
