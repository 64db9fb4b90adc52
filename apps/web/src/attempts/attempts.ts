import { Attempts, startTabs, type Place } from '#web/web-kit';
import { shallowRef } from 'vue';
import { exchange, http } from '../api/http.js';

const STORED = 'shuke.attempts';
const LOOK_MS = 3_000;

function storageOf(page: Window): Storage | null {
  try {
    return page.localStorage;
  } catch {
    return null;
  }
}

export const browserStorage = storageOf(window);
let here: () => Place | null = () => null;

export const tabs = startTabs(browserStorage, window);

/** Every command of this browser whose fate is not known, or not seen yet. */
export const attempts = new Attempts({
  exchange,
  close: (key) => http.post(`/commands/${key}/closing`),
  place: () => here(),
  cell: (value) => shallowRef(value),
  tabs,
  storage: browserStorage,
});

/** Where the screen stands, told once by the application. */
export function attemptsStandAt(place: () => Place | null): void {
  here = place;
  window.addEventListener('storage', ({ key }) => {
    if (key === STORED) attempts.read();
  });
  // A tab that crashed says nothing.
  window.setInterval(() => attempts.read(), LOOK_MS);
}
