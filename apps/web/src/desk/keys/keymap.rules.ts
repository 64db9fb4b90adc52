import type { LineCommand } from '../cart/cart-line.js';

/**
 * The till's commands, their keys, and what keys a browser leaves to us. A chord is written 'F2' or 'Alt+KeyP'. Kinds of
 * cart lines bring commands of their own: a keymap has all that there are.
 */
const OF_THE_DESK = {
  pay: 'F2',
  item: 'F4',
  topUp: 'F8',
  member: 'F9',
  newMember: 'Alt+KeyN',
  issueCard: 'Alt+KeyC',
  acts: 'Alt+KeyK',
  dropMember: 'Alt+KeyM',
  tenderWallet: 'Alt+Digit1',
  tenderScan: 'Alt+Digit2',
  tenderCash: 'Alt+Digit3',
  tenderOther: 'Alt+Digit4',
  tenderPoints: 'Alt+Digit5',
  tender6: 'Alt+Digit6',
  tender7: 'Alt+Digit7',
  tender8: 'Alt+Digit8',
  tender9: 'Alt+Digit9',
  quantity: 'Alt+KeyQ',
  removeLine: 'Alt+KeyX',
  clearCart: 'Alt+KeyW',
  reprint: 'Alt+KeyP',
  undo: 'Alt+KeyU',
  return: 'Alt+KeyR',
  lock: 'Alt+KeyL',
};
export type DeskCommand = keyof typeof OF_THE_DESK | LineCommand;
export type Keymap = Record<DeskCommand, string>;
export const DEFAULT_KEYMAP: Keymap = OF_THE_DESK;

/** Keys a browser or its system acts on before, or as well as, the page. */
const BROWSER_KEEPS: ReadonlySet<string> = new Set([
  'F1',
  'F3',
  'F5',
  'F6',
  'F7',
  'F10',
  'F11',
  'F12',
  'Alt+KeyD',
  'Alt+KeyE',
  'Alt+KeyF',
  'Alt+F2',
  'Alt+F4',
  'Alt+F8',
  'Alt+F9',
]);

const FUNCTION_KEY = /^(?:Alt\+)?F(?:[1-9]|1[0-2])$/;
const ALT_KEY = /^Alt\+(?:Key[A-Z]|Digit\d)$/;

export type ChordProblem = 'not_a_key' | 'browser_keeps' | 'taken';

/** The chord of a key press; null for a key without a meaning as one (a bare modifier, a plain letter). */
export function chordOf(event: {
  code: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}): string | null {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const code = event.code.replace(/^Numpad(\d)$/, 'Digit$1');
  const chord = event.altKey ? `Alt+${code}` : code;
  return FUNCTION_KEY.test(chord) || ALT_KEY.test(chord) ? chord : null;
}

/** Why `chord` can't be the key of `command`, or null when it can. */
export function chordProblem(
  chord: string | null,
  command: DeskCommand,
  keymap: Keymap,
): ChordProblem | null {
  if (chord === null || !(FUNCTION_KEY.test(chord) || ALT_KEY.test(chord))) return 'not_a_key';
  if (BROWSER_KEEPS.has(chord)) return 'browser_keeps';
  const taken = commandsOf(keymap).some((other) => other !== command && keymap[other] === chord);
  return taken ? 'taken' : null;
}

export function commandOf(chord: string | null, keymap: Keymap): DeskCommand | null {
  if (chord === null) return null;
  return commandsOf(keymap).find((command) => keymap[command] === chord) ?? null;
}

export const commandsOf = (keymap: Keymap): DeskCommand[] => Object.keys(keymap) as DeskCommand[];

/** A stored keymap with anything unusable in it replaced by the default. */
export function readKeymap(stored: unknown, delivered: Keymap = DEFAULT_KEYMAP): Keymap {
  const keymap = { ...delivered };
  if (typeof stored !== 'object' || stored === null) return keymap;
  const changes = stored as Record<string, unknown>;
  const wanted = { ...keymap };
  for (const command of commandsOf(keymap)) {
    const chord = changes[command];
    if (typeof chord === 'string') wanted[command] = chord;
  }
  const usable = commandsOf(wanted).every(
    (command) => chordProblem(wanted[command] ?? null, command, wanted) === null,
  );
  return usable ? wanted : keymap;
}

/** How a chord is written on a key cap: 'Alt P', 'F2'. */
export function chordLabel(chord: string): string {
  return chord.replace('+', ' ').replace(/(Key|Digit)/, '');
}
