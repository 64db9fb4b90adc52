import { newUuid } from './uuid.js';

/** The tabs and windows of this browser that show the application. */
export interface Tabs {
  /** Of this page load; a duplicated tab and a reloaded one have their own. */
  readonly id: string;
  isAlive(id: string): boolean;
}

const PREFIX = 'shuke.tab.';
const BEAT_MS = 2_000;
/** A tab that crashed is gone after this long; one that was closed, at once. */
const GONE_AFTER_MS = 8_000;

/**
 * Says through the browser's storage that this tab is there. Web Locks would say it too, but only over https and on
 * localhost; a shop's till may have a plain address.
 */
export function startTabs(storage: Storage | null, page: Window): Tabs {
  const id = newUuid();
  const tabs: Tabs = {
    id,
    isAlive: (other) => other === id || isFresh(Number(storage?.getItem(PREFIX + other) ?? 0)),
  };
  if (!storage) return { id, isAlive: (other) => other === id };
  const beat = (): void => {
    try {
      storage.setItem(PREFIX + id, String(Date.now()));
    } catch {
      // Full: other tabs take this one for gone, and ask with the same keys.
    }
  };
  for (const name of Object.keys(storage))
    if (name.startsWith(PREFIX) && !isFresh(Number(storage.getItem(name))))
      storage.removeItem(name);
  beat();
  page.setInterval(beat, BEAT_MS);
  page.addEventListener('pagehide', () => storage.removeItem(PREFIX + id));
  page.addEventListener('pageshow', beat);
  return tabs;
}

const isFresh = (at: number): boolean => Date.now() - at < GONE_AFTER_MS;
