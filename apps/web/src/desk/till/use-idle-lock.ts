import { useEventListener } from '@vueuse/core';
import { onScopeDispose, type Ref } from 'vue';
import { useSession } from '../../session/session.store.js';

const CHECK_EVERY_MS = 5_000;

/** Locks the till when nobody has touched it for a while. The draft stays. */
export function useIdleLock(idleMinutes: Ref<number>): void {
  const session = useSession();
  let touchedAt = Date.now();
  let locking = false;

  for (const sign of ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const) {
    useEventListener(window, sign, () => (touchedAt = Date.now()), {
      capture: true,
      passive: true,
    });
  }

  const timer = setInterval(() => {
    const idle = Date.now() - touchedAt > idleMinutes.value * 60_000;
    if (!idle || locking || !session.signedIn || session.locked) return;
    locking = true;
    // The screen locks even when the server can't be told: its own limit ends the session there.
    void session
      .lock()
      .catch(() => {
        if (session.view) session.view = { ...session.view, locked: true };
      })
      .finally(() => (locking = false));
  }, CHECK_EVERY_MS);
  onScopeDispose(() => clearInterval(timer));
}
