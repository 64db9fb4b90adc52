import type { Captured } from './attempts/captured.js';
import { inject, type InjectionKey } from 'vue';

export interface FormDialogContext {
  /** The words of a field's error, if the server refused that field. */
  errorOf(field: string): string | undefined;
  clear(field: string): void;
  /** What a field of the form is called. */
  labelOf(field: string): string | undefined;
  name(field: string, label: string): void;
  /** Sends the form, as its button does. */
  send(): Promise<void>;
  /** What it would send now. */
  capture(): Promise<Captured>;
  /** Closes it without a word: what was asked in it goes on elsewhere. */
  close(): void;
  /** Nothing in it can be changed now. */
  isBusy(): boolean;
}

export const FORM_DIALOG: InjectionKey<FormDialogContext> = Symbol('form-dialog');

export function useFormDialog(): FormDialogContext | undefined {
  return inject(FORM_DIALOG, undefined);
}
