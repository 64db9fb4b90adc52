/** How long a dialog may take, once it is there, to put the keyboard into its field. */
const LONGEST_WAY_MS = 1_500;

const isField = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** The dialog that has the keyboard. */
const dialogOf = (element: Element | null): Element | null =>
  element?.closest('[role=dialog]') ?? null;

/** What is typed while a dialog is fetched: nobody who knows the keys waits until it is seen. */
let held: KeyboardEvent[] | null = null;

function hold(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!event.repeat) held?.push(event);
}

/**
 * Keeps the keys from whatever is below until the dialog that was asked for has the keyboard, then gives them to its field.
 * Esc is given too: it leaves the dialog. Where the dialog does not come, they are forgotten.
 */
export async function holdKeys(there: Promise<unknown>): Promise<void> {
  if (held) return;
  held = [];
  const before = dialogOf(document.activeElement);
  window.addEventListener('keydown', hold, true);
  try {
    await there;
    await focusInAnother(before);
  } catch {
    held = [];
  } finally {
    window.removeEventListener('keydown', hold, true);
    const keys = held ?? [];
    held = null;
    keys.forEach(give);
  }
}

function focusInAnother(before: Element | null): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      document.removeEventListener('focusin', look);
      resolve();
    };
    const timer = setTimeout(done, LONGEST_WAY_MS);
    const look = (): void => {
      const dialog = dialogOf(document.activeElement);
      if (!dialog || dialog === before) return;
      if (isField(document.activeElement)) done();
      // It may have no field, or move on to it in a moment.
      else setTimeout(done);
    };
    document.addEventListener('focusin', look);
    look();
  });
}

function give(event: KeyboardEvent): void {
  const target = document.activeElement;
  if (!target?.dispatchEvent(new KeyboardEvent('keydown', event)) || !isField(target)) return;
  const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
  // Only this writes as the keyboard does, with the events that a field listens to.
  if (plain && event.key.length === 1) document.execCommand('insertText', false, event.key);
  else if (event.code === 'Backspace') document.execCommand('delete');
  else if (event.key === 'Enter') target.form?.requestSubmit();
}
