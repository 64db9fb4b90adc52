import type { Asked, Place } from './attempt.rules.js';
import type { Tabs } from './tabs.js';

/** What the application lends to the mechanism. */
export interface AttemptsHost {
  /** Sends one request with its key; throws ApiError. */
  exchange(asked: Asked, key: string): Promise<unknown>;
  /** Says whether the command of a key was made, and closes the key if it was not; throws ApiError. */
  close(key: string): Promise<{ made: boolean; result: unknown }>;
  /** Where the screen stands; null while nobody may act: signed out, locked, overtaken by another tab. */
  place(): Place | null;
  tabs: Tabs;
  storage: Pick<Storage, 'getItem' | 'setItem'> | null;
  /** Holds what screens follow: Vue's shallowRef. */
  cell<T>(value: T): { value: T };
}
