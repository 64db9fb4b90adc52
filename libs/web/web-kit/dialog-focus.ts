import { nextTick } from 'vue';

/**
 * What takes the focus when a dialog opens, for its `openAutoFocus`: before the next key can be pressed, not after the
 * dialog has moved into its place. The dialog takes the focus itself one tick later, so this one comes after it.
 */
export function focusAtOnce(focus: () => void): () => void {
  return () => void nextTick(() => nextTick(focus));
}
