export interface MissingEntry {
  field: string;
  input: HTMLElement;
}

const ENTRY = ':is(input:not([type=radio], [type=checkbox]), textarea):not([disabled])';

/** The first required field of a form with nothing in it: what a form that is not ready has to name. */
export function missingEntry(form: HTMLElement | undefined): MissingEntry | undefined {
  for (const item of form?.querySelectorAll<HTMLElement>('.is-required[data-field]') ?? []) {
    const input = item.querySelector<HTMLInputElement | HTMLTextAreaElement>(ENTRY);
    const field = item.dataset['field'];
    if (input && field && isEmpty(item, input)) return { field, input };
  }
  return undefined;
}

/** The input of a choice is for searching; what was chosen stands beside it. */
function isEmpty(item: HTMLElement, input: HTMLInputElement | HTMLTextAreaElement): boolean {
  const choice = item.querySelector('.el-select');
  return choice
    ? choice.querySelector('.el-select__placeholder.is-transparent') !== null
    : input.value.trim() === '';
}
