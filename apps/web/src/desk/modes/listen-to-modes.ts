import { useEventListener } from '@vueuse/core';
import { chordOf } from '../keys/keymap.rules.js';
import type { DeskModes } from './use-desk-modes.js';

/** Hears the keys of the modes, wherever the focus is; with one mode there is nowhere to go. */
export function listenToModes({ modes, current }: DeskModes, active: () => boolean): void {
  useEventListener(
    window,
    'keydown',
    (event) => {
      const chord = chordOf(event);
      const mode = modes.value.find((each) => each.chord === chord);
      if (!mode || modes.value.length === 1) return;
      event.preventDefault();
      if (active()) current.value = mode.id;
    },
    { capture: true },
  );
}
