import { useI18n } from 'vue-i18n';
import {
  isGroup,
  type ActCondition,
  type ChoiceCondition,
  type Condition,
  type ConditionGroup,
  type DayCondition,
  type ExpiryCondition,
  type FlagCondition,
  type RangeCondition,
} from '#chain/conditions/rules';
import type {
  BirthdayCondition,
  CustomCondition,
  MembersCondition,
} from '#membership/members/rules';
import { formatMoney, formatNumber } from '#web/web-kit';
import { keyOf } from './condition-fields.js';
import type { Choice, ConditionOption, SegmentOptions } from './segments.types.js';

interface Bounds {
  min?: number;
  max?: number;
  from?: string;
  to?: string;
}

/** Conditions in words: '等级属于 金卡、最近一次消费 90 天以前'. */
export function useConditionWords(options: () => SegmentOptions | undefined) {
  const { t } = useI18n();

  const optionOf = (field: string): ConditionOption | undefined =>
    options()?.conditions.find((condition) => condition.field === field);
  const choicesOf = (field: string): readonly Choice[] => {
    const { choices = [], words: key = null } = optionOf(field) ?? {};
    return key ? choices.map(({ value }) => ({ value, label: t(`${key}.${value}`) })) : choices;
  };

  const fieldWords = (field: string): string => {
    if (!field.startsWith('custom:')) {
      const known = !options() || optionOf(field);
      return known ? t(`segments.fields.${field}`) : `${field}${t('segments.gone')}`;
    }
    const code = field.slice('custom:'.length);
    return (
      options()?.fields.find((own) => own.code === code)?.label ?? `${code}${t('segments.gone')}`
    );
  };

  const names = (field: string, values: readonly (string | number)[]): string =>
    values
      .map((value) => {
        const found = choicesOf(field).find((choice) => choice.value === String(value));
        return found?.label ?? t('segments.gone');
      })
      .join('、');

  function range({ min, max }: Bounds, show: (value: number) => string): string {
    if (min !== undefined && max !== undefined)
      return t('segments.words.between', { min: show(min), max: show(max) });
    if (min !== undefined) return t('segments.words.atLeast', { min: show(min) });
    return max === undefined ? '' : t('segments.words.atMost', { max: show(max) });
  }

  function dates({ from, to }: Bounds): string {
    if (from && to) return t('segments.words.dates', { from, to });
    if (from) return t('segments.words.since', { from });
    return to ? t('segments.words.until', { to }) : '';
  }

  const money = (cents: number) => `¥${formatMoney(cents)}`;
  const amountOf = (field: string) => (optionOf(field)?.unit === 'cents' ? money : formatNumber);
  const join = (...parts: string[]) => parts.filter(Boolean).join(' ');

  function words(condition: Condition): string {
    const field = fieldWords(keyOf(condition));
    switch (optionOf(condition.field)?.shape) {
      case 'flag':
        return join(field, t((condition as FlagCondition).is ? 'segments.yes' : 'segments.no'));
      case 'choice': {
        const { op, values, field: name } = condition as ChoiceCondition;
        return join(field, t(`segments.choiceOps.${op}`), names(name, values));
      }
      case 'range':
        return join(field, range(condition as RangeCondition, amountOf(condition.field)));
      case 'day': {
        const { op, days = 0 } = condition as DayCondition;
        const when =
          op === 'between'
            ? dates(condition as DayCondition)
            : t(`segments.words.${op}`, { days: formatNumber(days) });
        return join(field, when);
      }
      case 'act': {
        const { measure, days, storeIds } = condition as ActCondition;
        const when = days
          ? t('segments.words.within', { days: formatNumber(days) })
          : dates(condition as ActCondition);
        const show = measure === 'sum' ? money : formatNumber;
        return t('segments.words.act', {
          field,
          when,
          stores: storeIds ? names(condition.field, storeIds) : '',
          measure: t(`segments.measures.${measure}`),
          range: range(condition as ActCondition, show),
        })
          .replace(/ +/g, ' ')
          .replace(/ :/g, ':')
          .trim();
      }
      case 'birthday': {
        const { window, days = 0, calendar } = condition as BirthdayCondition;
        const when =
          window === 'next'
            ? t('segments.words.nextDays', { days: formatNumber(days) })
            : t(`segments.birthdayWindows.${window}`);
        return join(field, when, calendar ? t(`segments.calendars.${calendar}`) : '');
      }
      case 'expiry': {
        const { op, days = 0 } = condition as ExpiryCondition;
        const when =
          op === 'within'
            ? t('segments.words.inDays', { days: formatNumber(days) })
            : t(`segments.expiryOps.${op}`);
        return join(field, when);
      }
      case 'members':
        return t('segments.picked', { count: (condition as MembersCondition).ids.length });
      case 'custom': {
        const own = condition as CustomCondition;
        const flag = own.is === undefined ? '' : t(own.is ? 'segments.yes' : 'segments.no');
        const asked =
          own.text ?? (own.values?.join('、') || range(own, formatNumber) || dates(own) || flag);
        return join(field, asked || t('segments.hasValue'));
      }
      default:
        return field;
    }
  }

  function describe(group: ConditionGroup): string {
    if (!group.conditions.length) return t('segments.everybody');
    const parts = group.conditions.map((item) => {
      if (!isGroup(item)) return words(item);
      const inner = describe(item);
      return item.not ? t('segments.words.not', { words: inner }) : `(${inner})`;
    });
    return parts.join(` ${t(`segments.words.${group.match}`)} `);
  }

  return { words, describe, optionOf, choicesOf, fieldWords };
}
