import { nextTick, reactive, type Ref, ref } from 'vue';
import { ApiError } from './api-error.js';
import { useFirstAttempt } from './attempts/use-first-attempt.js';
import { missingEntry } from './missing-entry.js';
import type { RecordEdit } from './use-record-edit.js';
import { useWebKit } from './web-kit.context.js';

/** What is wrong with a form: at its fields, and above the buttons what belongs to none of the fields it shows. */
export function useFormErrors(
  body: Ref<HTMLElement | undefined>,
  form: Readonly<{ fieldOfCode: Record<string, string>; edit?: RecordEdit }>,
) {
  const kit = useWebKit();
  const ofFields = reactive(new Map<string, string>());
  const general = ref('');
  const firstAttempt = useFirstAttempt(general);
  /** The missing entry that was named last. */
  let named = '';

  function clear(): void {
    ofFields.clear();
    general.value = '';
  }

  function forget(): void {
    clear();
    firstAttempt.forget();
  }

  /** Goes to the first required entry that is empty. False: there is none. */
  function nameMissing(): boolean {
    const missing = missingEntry(body.value);
    if (!missing) return false;
    named = missing.field;
    ofFields.set(named, kit.fieldErrorMessage('required', {}, named));
    missing.input.focus();
    return true;
  }

  /** A button beside it may fill it in as well. */
  async function forgetMissing(): Promise<void> {
    await nextTick();
    if (!named || missingEntry(body.value)?.field === named) return;
    ofFields.delete(named);
    named = '';
  }

  function show(error: unknown): void {
    if (!(error instanceof ApiError)) {
      general.value = kit.errorMessage(error);
      return;
    }
    firstAttempt.follow(error);
    for (const { field, code, params } of error.errors) {
      ofFields.set(field, kit.fieldErrorMessage(code, params, field));
    }
    const field = form.fieldOfCode[error.code];
    if (field) ofFields.set(field, kit.errorMessage(error));
    else if (form.edit?.take(error)) general.value = '';
    // Only `request.invalid` says nothing beyond its fields.
    else if (!error.errors.length || error.code !== 'request.invalid')
      general.value = kit.errorMessage(error);
    else general.value = unplaced(error);
  }

  /** Errors of fields that this form does not show still have to be said. */
  function unplaced(error: ApiError): string {
    const shown = body.value?.querySelectorAll('[data-field]') ?? [];
    const names = new Set([...shown].map((element) => element.getAttribute('data-field')));
    const lost = error.errors.filter(({ field }) => !names.has(field));
    return lost.map(({ field }) => `${field}: ${ofFields.get(field)}`).join('; ');
  }

  /** The first field with an error gets the focus. */
  async function focusFirst(): Promise<void> {
    await nextTick();
    const first = body.value?.querySelector<HTMLElement>('.is-error input, .is-error textarea');
    first?.focus();
  }

  return { ofFields, general, clear, forget, nameMissing, forgetMissing, show, focusFirst };
}
