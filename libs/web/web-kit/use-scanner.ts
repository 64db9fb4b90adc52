import { onScopeDispose, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { EVEN_GAP_MS, LONGEST_GAP_MS, scanStart } from './scan.rules.js';

export interface ScannerOptions {
  /** Receives the text of one scan, without the trailing Enter. */
  onScan: (text: string) => void;
  /** While false, this scope does not listen. */
  enabled?: MaybeRefOrGetter<boolean>;
}

interface Kept {
  /** The field the keys also go to, and what it held before them. */
  field: HTMLInputElement | HTMLTextAreaElement | null;
  before: string;
}

/** Keys that follow each other closely, with their times. */
interface Burst {
  text: string;
  keysAt: number[];
  /** By the place of the key before which it was so: the first one's, and the last one's that came late. */
  kept: Map<number, Kept>;
}

type Scope = { onScan: (text: string) => void };

/** The scope opened last hears the scan: a dialog's before the screen's below it. */
const scopes: Scope[] = [];
let burst: Burst | null = null;

/**
 * A scanner or card reader is a keyboard that types fast and ends with Enter (scan.rules). Caught on the window in
 * the capture phase, so no field needs the focus; read by `event.code`, so it works while a Chinese
 * input method is on. Whatever the burst left in a focused field is taken out again; what a person had typed
 * there stays, and is taken before the scan acts. Elements inside `data-scan="off"` keep what is typed into them,
 * unless an input method has the keys: what it would make of a code is no code.
 */
export function useScanner({ onScan, enabled = true }: ScannerOptions): void {
  const scope: Scope = { onScan };
  const stop = watch(
    () => toValue(enabled),
    (on) => (on ? enter(scope) : leave(scope)),
    { immediate: true },
  );
  onScopeDispose(() => {
    stop();
    leave(scope);
  });
}

function enter(scope: Scope): void {
  if (scopes.length === 0) window.addEventListener('keydown', onKeydown, true);
  scopes.push(scope);
}

function leave(scope: Scope): void {
  const index = scopes.indexOf(scope);
  if (index < 0) return;
  scopes.splice(index, 1);
  if (scopes.length === 0) window.removeEventListener('keydown', onKeydown, true);
}

function onKeydown(event: KeyboardEvent): void {
  // Keys that were kept for a dialog come all at once.
  if (!event.isTrusted) return;
  if (event.ctrlKey || event.altKey || event.metaKey) {
    burst = null;
    return;
  }
  const now = event.timeStamp;
  const gap = now - (burst?.keysAt.at(-1) ?? 0);
  if (gap > LONGEST_GAP_MS) burst = null;

  if (event.code === 'Enter' || event.code === 'NumpadEnter') {
    const done = burst;
    burst = null;
    const start = done ? scanStart(done.keysAt, now) : undefined;
    if (!done || start === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const kept = done.kept.get(start);
    if (kept) restore(kept);
    scopes.at(-1)?.onScan(done.text.slice(start));
    return;
  }

  const character = characterOf(event);
  if (character === undefined) {
    if (!event.code.startsWith('Shift')) burst = null;
    return;
  }
  const active = document.activeElement;
  // A key that is held down repeats as fast as a scanner.
  const keeps = event.keyCode !== IME_KEY && active?.closest('[data-scan="off"]');
  if (event.repeat || (!burst && keeps)) {
    burst = null;
    return;
  }
  burst ??= { text: '', keysAt: [], kept: new Map() };
  if (!burst.text || gap > EVEN_GAP_MS) burst.kept.set(burst.keysAt.length, keep(active));
  burst.text += character;
  burst.keysAt.push(now);
}

/** What browsers report while an input method has the key. */
const IME_KEY = 229;

function keep(active: Element | null): Kept {
  const field =
    active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement ? active : null;
  return { field, before: field?.value ?? '' };
}

/** What a field tells when it is left and entered again: not meant while the scan is taken out of it. */
const LEFT_AND_ENTERED = ['blur', 'focusout', 'change', 'focus', 'focusin'] as const;
const keepQuiet = (event: Event): void => event.stopImmediatePropagation();

/**
 * Gives a field back what it held before the scan, as if it had never been left. Whoever listens to the scan moves on
 * next, and then the field takes what a person had typed into it.
 */
function restore({ field, before }: Kept): void {
  if (!field || field.value === before) return;
  for (const name of LEFT_AND_ENTERED) window.addEventListener(name, keepQuiet, true);
  // Leaving and coming back ends a composition that an input method may have begun.
  field.blur();
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, before);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
  for (const name of LEFT_AND_ENTERED) window.removeEventListener(name, keepQuiet, true);
}

/** The character of a key by its place on the keyboard, as card readers and scanners send it. */
function characterOf({ code, shiftKey }: KeyboardEvent): string | undefined {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code);
  if (digit && !(shiftKey && code.startsWith('Digit'))) return digit[1];
  const mark = shiftKey ? STRIPE_MARKS[code] : undefined;
  if (mark) return mark;
  const letter = /^Key([A-Z])$/.exec(code);
  if (letter) return shiftKey ? letter[1] : letter[1]!.toLowerCase();
  if (shiftKey && code !== 'Minus') return undefined;
  return PUNCTUATION[code];
}

// What a reader of magnetic stripes sends around a number: %…^…? and ;…=…?
const STRIPE_MARKS: Record<string, string> = { Digit5: '%', Digit6: '^', Slash: '?' };

const PUNCTUATION: Record<string, string> = {
  Minus: '-',
  NumpadSubtract: '-',
  Period: '.',
  NumpadDecimal: '.',
  Slash: '/',
  Semicolon: ';',
  Equal: '=',
};
