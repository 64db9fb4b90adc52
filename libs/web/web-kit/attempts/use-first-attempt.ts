import { computed, type Ref, ref, watch } from 'vue';
import { ApiError } from '../api-error.js';
import { useWebKit } from '../web-kit.context.js';
import { isOpen } from './attempt.rules.js';

/**
 * A form that was not sent because the first one of its act is not known yet: what it says follows the fate of that one,
 * as the line above the screen does.
 */
export function useFirstAttempt(words: Ref<string>) {
  const { attempts, errorMessage } = useWebKit();
  const key = ref<string | null>(null);
  const first = computed(() => attempts.all.value.find((each) => each.key === key.value));

  watch(first, (now) => {
    if (key.value === null || (now && isOpen(now))) return;
    words.value = '';
    if (now?.state === 'made') {
      const params = { ...now.about, key: now.key, result: now.result };
      words.value = errorMessage(new ApiError({ status: 409, code: 'attempt.first_made', params }));
    }
    key.value = null;
  });

  return {
    /** Takes the first one from a refusal; any other refusal ends the wait. */
    follow({ code, params }: ApiError): void {
      const named = code === 'attempt.first_unknown' ? params['key'] : null;
      key.value = typeof named === 'string' ? named : null;
    },
    forget: () => (key.value = null),
  };
}
