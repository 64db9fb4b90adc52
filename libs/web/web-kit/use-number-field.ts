import {
  computed,
  inject,
  onScopeDispose,
  provide,
  ref,
  shallowReactive,
  watch,
  type ComputedRef,
  type InjectionKey,
  type Ref,
} from 'vue';
import { useI18n } from 'vue-i18n';
import { isUnfinishedNumber, type NumberProblem } from '#kernel/rules';

export interface NumberFieldOptions<Problem extends string = NumberProblem> {
  value: Ref<number | null | undefined>;
  read: (text: string) => { value: number } | { problem: Problem };
  /** Words of a problem that is not one of any number. */
  words?: (problem: Problem) => string;
  /** More keys may mend it, as "0" on its way to "0.5". */
  mayGoOn?: (problem: Problem) => boolean;
  /** As it is typed: without thousands separators. */
  show: (value: number) => string;
  bounds: () => { min: number; max: number };
}

type SayWhy = () => unknown;
const HELD: InjectionKey<Map<symbol, SayWhy>> = Symbol('number fields that hold no number');

/**
 * For a form: whether one of the number fields in it holds a text that can't be taken. Such a form is not sent, and asked
 * to send it says why at each of them.
 */
export function useUnreadableNumbers(): { unreadable: ComputedRef<boolean>; sayWhy: () => void } {
  const held = shallowReactive(new Map<symbol, SayWhy>());
  provide(HELD, held);
  return {
    unreadable: computed(() => held.size > 0),
    sayWhy: () => held.forEach((say) => say()),
  };
}

/**
 * What a field for a number does with the keys: the value is null until the text can be read in one way only, the text
 * stays as it was typed, and why it can't be taken stands under it. No key is dropped: "1/2" without its stroke is twelve.
 */
export function useNumberField<Problem extends string = NumberProblem>({
  value,
  read,
  show,
  bounds,
  words,
  mayGoOn = () => false,
}: NumberFieldOptions<Problem>) {
  const { t } = useI18n();
  const said = words ?? ((problem: Problem) => t(`kit.number.${problem}`));
  const shown = (number: number | null | undefined) => (number == null ? '' : show(number));
  const text = ref(shown(value.value));
  const editing = ref(false);
  const asked = ref(false);

  const valueOf = (typed: string): number | null => {
    const found = read(typed);
    const { min, max } = bounds();
    return 'value' in found && found.value >= min && found.value <= max ? found.value : null;
  };

  watch(value, (next) => {
    if (!editing.value || valueOf(text.value) !== (next ?? null)) text.value = shown(next);
  });

  /** Why the text is no value; '' while it may still become one, and where there is none. */
  const problem = computed(() => {
    if (text.value.trim() === '') return '';
    const found = read(text.value);
    const { min, max } = bounds();
    const isOnItsWay = editing.value && !asked.value;
    if ('problem' in found) {
      const goesOn = isUnfinishedNumber(text.value) || mayGoOn(found.problem);
      return isOnItsWay && goesOn ? '' : said(found.problem);
    }
    if (found.value > max) return t('kit.number.at_most', { max: show(max) });
    return found.value < min && !isOnItsWay ? t('kit.number.at_least', { min: show(min) }) : '';
  });
  const unreadable = computed(() => text.value.trim() !== '' && valueOf(text.value) === null);
  const held = inject(HELD, undefined);
  const self = Symbol('field');
  watch(unreadable, (is) => (is ? held?.set(self, settle) : held?.delete(self)), {
    immediate: true,
    flush: 'sync',
  });
  onScopeDispose(() => held?.delete(self));

  function onInput(typed: string): void {
    asked.value = false;
    text.value = typed;
    value.value = valueOf(typed);
  }

  function onFocus(): void {
    editing.value = true;
  }

  function onBlur(): void {
    editing.value = false;
    if (!unreadable.value) text.value = shown(value.value);
  }

  /** Whether the text can be taken; if not, it says why from now on. */
  function settle(): boolean {
    asked.value = true;
    return !unreadable.value;
  }

  return { text, problem, unreadable, onInput, onFocus, onBlur, settle };
}
