import { useEventListener, useIntervalFn } from '@vueuse/core';
import { onScopeDispose, ref } from 'vue';
import { browserStorage, tabs } from '../../attempts/attempts.js';
import { type DraftOwner, draftOwner, ownerKey } from './draft-owner.js';

const LOOK_MS = 2_000;

/** Who has the draft of a till, kept up with the other tabs of this browser. */
export function useDraftOwner(tillId: number): DraftOwner {
  const owner = draftOwner(tillId, tabs, browserStorage, ref(false));
  // Taken over here or there, or the tab that had it was closed.
  useEventListener(window, 'storage', ({ key, newValue }) => {
    if (key === ownerKey(tillId) || newValue === null) owner.look();
  });
  useEventListener(window, 'pageshow', owner.look);
  // A tab that crashed says nothing.
  useIntervalFn(owner.look, LOOK_MS);
  onScopeDispose(owner.release);
  return owner;
}
