import { visibleText } from '#kernel/rules';

/** What a setting can be: type, default, limits. Amounts are cents, rates of time are whole numbers. */

/** What every setting says besides its type. */
interface Placed {
  group: SettingGroup;
  /** Its name among the settings that the screens of whoever signed in are told; left out: they need not know it. */
  onScreens?: string;
}
interface WholeSpec extends Placed {
  type: 'cents' | 'whole';
  default: number;
  min: number;
  max: number;
  unit?:
    'minutes' | 'hours' | 'days' | 'years' | 'times' | 'mills' | 'oclock' | 'points' | 'percent';
}
interface FlagSpec extends Placed {
  type: 'flag';
  default: boolean;
}
interface ChoiceSpec<T extends string = string> extends Placed {
  type: 'choice';
  default: T;
  options: readonly T[];
}
interface TextSpec extends Placed {
  type: 'text';
  default: string;
  /** Characters. */
  max: number;
  pattern?: RegExp;
}

/** In the order in which the page of settings shows them. */
export const SETTING_GROUPS = [
  'wallet',
  'points',
  'sale',
  'stock',
  'receipt',
  'session',
  'sms',
  'card',
  'approval',
  'limit',
] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];
export type SettingSpec = WholeSpec | FlagSpec | ChoiceSpec | TextSpec;
export type SettingSpecs = Readonly<Record<string, SettingSpec>>;
export type AnySettingValue = string | number | boolean;

export const choice = <const T extends string>(
  group: SettingGroup,
  fallback: NoInfer<T>,
  options: readonly T[],
): ChoiceSpec<T> => ({
  type: 'choice',
  group,
  default: fallback,
  options,
});
export const flag = (group: SettingGroup, fallback: boolean): FlagSpec => ({
  type: 'flag',
  group,
  default: fallback,
});
export const text = (
  group: SettingGroup,
  fallback: string,
  max: number,
  pattern?: RegExp,
): TextSpec => ({
  type: 'text',
  group,
  default: fallback,
  max,
  ...(pattern ? { pattern } : {}),
});
export const cents = (group: SettingGroup, fallback: number, max: number): WholeSpec => ({
  type: 'cents',
  group,
  default: fallback,
  min: 0,
  max,
});
export const whole = (
  group: SettingGroup,
  fallback: number,
  [min, max]: readonly [number, number],
  unit: WholeSpec['unit'],
): WholeSpec => ({ type: 'whole', group, default: fallback, min, max, unit });

/** The same setting, told to the screens of whoever signed in. */
export const onScreens = <const S extends SettingSpec>(name: string, spec: S): S => ({
  ...spec,
  onScreens: name,
});

export type ValueOf<S> = S extends { type: 'flag' }
  ? boolean
  : S extends { type: 'choice'; options: readonly (infer T)[] }
    ? T
    : S extends { type: 'text' }
      ? string
      : number;

// As in every text of the API: no control characters, no halves of characters.
const CLEAN = /^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uD800-\uDFFF]*$/u;

// Empty says that there is none; blanks would stand in a message like a text.
const isBlank = (value: string): boolean => value !== '' && visibleText(value).trim() === '';

/** Whether a setting may have this value. */
export function fits(spec: SettingSpec, value: unknown): value is AnySettingValue {
  switch (spec.type) {
    case 'flag':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && spec.options.includes(value);
    case 'text':
      return (
        typeof value === 'string' &&
        value.length <= spec.max &&
        CLEAN.test(value) &&
        !isBlank(value) &&
        (spec.pattern?.test(value) ?? true)
      );
    default:
      return (
        Number.isSafeInteger(value) &&
        (value as number) >= spec.min &&
        (value as number) <= spec.max
      );
  }
}
