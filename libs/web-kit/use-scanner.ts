import { onScopeDispose, toValue, watch, type MaybeRefOrGetter } from 'vue';

export interface ScannerOptions {
  /** Receives the text of one scan, without the trailing Enter. */
  onScan: (text: string) => void;
  /** While false, this scope does not listen. */
  enabled?: MaybeRefOrGetter<boolean>;
}

/** A person never types eight keys with less than this many milliseconds between each. */
const MAX_GAP_MS = 40;
/** Shorter bursts (a PIN, an amount) are typing. */
const MIN_LENGTH = 8;

interface Burst {
  text: string;
  lastAt: number;
  /** The field the keys also went to, and what it held before them. */
  field: HTMLInputElement | HTMLTextAreaElement | null;
  before: string;
}

type Scope = { onScan: (text: string) => void };

/** The scope opened last hears the scan: a dialog's before the screen's below it. */
const scopes: Scope[] = [];
let burst: Burst | null = null;

/**
 * A scanner or card reader is a keyboard that types fast and ends with Enter. Caught on the window in
 * the capture phase, so no field needs the focus; read by `event.code`, so it works while a Chinese
 * input method is on. Whatever the burst left in a focused field is taken out again; what a person had typed
 * there stays, and is taken before the scan acts. Elements inside `data-scan="off"` keep what is typed into them.
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
  if (event.ctrlKey || event.altKey || event.metaKey) {
    burst = null;
    return;
  }
  const now = event.timeStamp;
  const continues = burst !== null && now - burst.lastAt <= MAX_GAP_MS;

  if (event.code === 'Enter' || event.code === 'NumpadEnter') {
    const done = burst;
    burst = null;
    if (!done || !continues || done.text.length < MIN_LENGTH) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    restore(done);
    scopes.at(-1)?.onScan(done.text);
    return;
  }

  const character = characterOf(event);
  if (character === undefined) {
    if (!event.code.startsWith('Shift')) burst = null;
    return;
  }
  if (burst && continues) {
    burst.text += character;
    burst.lastAt = now;
    return;
  }
  burst = begin(character, now);
}

function begin(text: string, lastAt: number): Burst | null {
  const active = document.activeElement;
  if (active?.closest('[data-scan="off"]')) return null;
  const field =
    active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement ? active : null;
  return { text, lastAt, field, before: field?.value ?? '' };
}

/** What a field tells when it is left and entered again: not meant while the scan is taken out of it. */
const LEFT_AND_ENTERED = ['blur', 'focusout', 'change', 'focus', 'focusin'] as const;
const keepQuiet = (event: Event): void => event.stopImmediatePropagation();

/**
 * Gives a field back what it held before the scan, as if it had never been left. Whoever listens to the scan moves on
 * next, and then the field takes what a person had typed into it.
 */
function restore({ field, before }: Burst): void {
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
