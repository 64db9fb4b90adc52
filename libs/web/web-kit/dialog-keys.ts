import { onScopeDispose, watch, type Ref } from 'vue';

type Send = () => void;

/** The dialog opened last hears the key. */
const opened: Send[] = [];

function onKeydown(event: KeyboardEvent): void {
  if (event.code !== 'F2' || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!event.repeat) opened.at(-1)?.();
}

/** F2 sends a dialog from wherever the keyboard is in it. */
export function useDialogKeys(open: Ref<boolean>, send: Send): void {
  const mine: Send = () => send();
  watch(open, (isOpen) => (isOpen ? enter(mine) : leave(mine)), { immediate: true });
  onScopeDispose(() => leave(mine));
}

function enter(send: Send): void {
  if (opened.includes(send)) return;
  if (opened.length === 0) window.addEventListener('keydown', onKeydown, true);
  opened.push(send);
}

function leave(send: Send): void {
  const index = opened.indexOf(send);
  if (index < 0) return;
  opened.splice(index, 1);
  if (opened.length === 0) window.removeEventListener('keydown', onKeydown, true);
}

const ENTRIES =
  'input:not([type=hidden]):not([type=file]):not([disabled]):not([readonly]), .el-select input, select:not([disabled])';

/**
 * The entry after the one that Enter was pressed in; undefined from the last one, and where Enter means something else:
 * in a text of several lines, on a button, in an open list of choices. Radios of one question count as one entry.
 */
export function nextEntry(
  form: HTMLElement | undefined,
  from: EventTarget | null,
): HTMLElement | undefined {
  if (!form || !(from instanceof HTMLElement) || from instanceof HTMLTextAreaElement)
    return undefined;
  if (from.getAttribute('aria-expanded') === 'true') return undefined;
  const entries = [...form.querySelectorAll<HTMLElement>(ENTRIES)].filter(
    (entry) => entry.offsetParent !== null && isOwnStop(entry),
  );
  const index = entries.findIndex((entry) => entry === from || sameQuestion(entry, from));
  return index < 0 ? undefined : entries[index + 1];
}

const questionOf = (entry: HTMLElement): string | undefined =>
  entry instanceof HTMLInputElement && entry.type === 'radio' ? entry.name : undefined;
const sameQuestion = (one: HTMLElement, other: HTMLElement): boolean =>
  questionOf(one) !== undefined && questionOf(one) === questionOf(other);

/** Of the radios of one question only the chosen one is a stop, or the first where none is chosen. */
function isOwnStop(entry: HTMLElement): boolean {
  if (!(entry instanceof HTMLInputElement) || entry.type !== 'radio' || entry.checked) return true;
  const group = [
    ...(entry.form ?? document).querySelectorAll<HTMLInputElement>('input[type=radio]'),
  ].filter(({ name }) => name === entry.name);
  return !group.some(({ checked }) => checked) && group[0] === entry;
}
