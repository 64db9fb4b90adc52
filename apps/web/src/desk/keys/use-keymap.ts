import { useStorage } from '@vueuse/core';
import { computed, onScopeDispose } from 'vue';
import { lineEntries, lineEntry } from '../cart/cart-lines.js';
import {
  chordLabel,
  chordOf,
  commandOf,
  DEFAULT_KEYMAP,
  type DeskCommand,
  type Keymap,
  readKeymap,
} from './keymap.rules.js';

/** The keys of every till, until its people set others: those of the desk, and of what is sold by a key. */
export const DELIVERED: Keymap = {
  ...DEFAULT_KEYMAP,
  ...Object.fromEntries(lineEntries.map(({ command, chord }) => [command, chord])),
};

/** Key of a command's words. */
export const wordsOf = (command: DeskCommand): string =>
  lineEntry(command)?.label ?? `desk.key.${command}`;

/** The keys of one till, as its people have set them in this browser. */
export function useKeymap(tillId: number) {
  const stored = useStorage<Partial<Keymap>>(`shuke.desk.keys.${tillId}`, {});
  const keymap = computed(() => readKeymap(stored.value, DELIVERED));
  return {
    keymap,
    label: (command: DeskCommand): string => chordLabel(keymap.value[command] ?? ''),
    save(next: Keymap): void {
      stored.value = Object.fromEntries(
        Object.entries(next).filter(
          ([command, chord]) => DELIVERED[command as DeskCommand] !== chord,
        ),
      );
    },
  };
}
export type DeskKeymap = ReturnType<typeof useKeymap>;

interface KeyHandlers {
  /** False leaves the key to the browser (a command that does nothing now still keeps it). */
  run(command: DeskCommand): void;
  /** Any other key, before the focused box gets it. */
  other(event: KeyboardEvent): void;
  /** Whether the sale has the keyboard: no dialog is up, the screen is not locked. */
  active(): boolean;
}

/** Hears the till's keys on the window, wherever the focus is. */
export function listenToKeys({ keymap }: DeskKeymap, handlers: KeyHandlers): void {
  function onKeydown(event: KeyboardEvent): void {
    const command = commandOf(chordOf(event), keymap.value);
    if (command) {
      // Also swallowed while a dialog is up: a till key never falls through to a browser menu.
      event.preventDefault();
      if (handlers.active() && !event.repeat) handlers.run(command);
      return;
    }
    if (handlers.active() && !event.isComposing && event.keyCode !== IME_KEY) handlers.other(event);
  }
  window.addEventListener('keydown', onKeydown, true);
  onScopeDispose(() => window.removeEventListener('keydown', onKeydown, true));
}

/** What browsers report while an input method has the key. */
const IME_KEY = 229;
