import {
  computed,
  inject,
  onScopeDispose,
  provide,
  reactive,
  ref,
  watch,
  type ComputedRef,
  type InjectionKey,
  type Ref,
} from 'vue';
import { useI18n } from 'vue-i18n';
import { isUnfinishedNumber, type ReadNumber } from '#kernel/rules';

export interface NumberFieldOptions {
  value: Ref<number | null | undefined>;
  read: (text: string) => ReadNumber;
  /** As it is typed: without thousands separators. */
  show: (value: number) => string;
  bounds: () => { min: number; max: number };
}

const HELD: InjectionKey<Set<symbol>> = Symbol('number fields that hold no number');

/** For a form: whether one of the number fields in it holds a text that can't be taken. Such a form is not sent. */
export function useUnreadableNumbers(): ComputedRef<boolean> {
  const held = reactive(new Set<symbol>());
  provide(HELD, held);
  return computed(() => held.size > 0);
}

/**
 * What a field for a number does with the keys: the value is null until the text can be read in one way only, the text
 * stays as it was typed, and why it can't be taken stands under it. No key is dropped: "1/2" without its stroke is twelve.
 */
export function useNumberField({ value, read, show, bounds }: NumberFieldOptions) {
  const { t } = useI18n();
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
    const mayGoOn = editing.value && !asked.value;
    if ('problem' in found)
      return mayGoOn && isUnfinishedNumber(text.value) ? '' : t(`kit.number.${found.problem}`);
    if (found.value > max) return t('kit.number.at_most', { max: show(max) });
    return found.value < min && !mayGoOn ? t('kit.number.at_least', { min: show(min) }) : '';
  });
  const unreadable = computed(() => text.value.trim() !== '' && valueOf(text.value) === null);
  const held = inject(HELD, undefined);
  const self = Symbol('field');
  watch(unreadable, (is) => (is ? held?.add(self) : held?.delete(self)), {
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
