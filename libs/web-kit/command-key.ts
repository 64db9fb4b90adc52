import { ref } from 'vue';
import { ApiError } from './api-error.js';

/**
 * The idempotency key of one money command. `open()` makes it; a lost answer keeps it, so that the
 * retry finds the first result; a definite refusal or a success makes the next one.
 */
export function useCommandKey() {
  const key = ref(newKey());
  const busy = ref(false);

  function open(): void {
    key.value = newKey();
  }

  /** Runs one command; a second call while one is under way is ignored (undefined). */
  async function run<T>(send: (key: string) => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined;
    busy.value = true;
    try {
      const result = await send(key.value);
      key.value = newKey();
      return result;
    } catch (error) {
      if (!(error instanceof ApiError) || !error.answerLost) key.value = newKey();
      throw error;
    } finally {
      busy.value = false;
    }
  }

  return { key, busy, open, run };
}

/** `crypto.randomUUID` exists only on https and localhost; a shop's plain-http address needs this too. */
function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
