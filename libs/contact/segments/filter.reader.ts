import { DomainError, isDate } from '#kernel';
import {
  ACT_FIELDS,
  BIRTHDAY_WINDOWS,
  CALENDAR_VALUES,
  CARD_EXPIRY_OPS,
  CARD_STATUS_VALUES,
  CHOICE_FIELDS,
  CHOICE_OPS,
  DAY_FIELDS,
  DAY_OPS,
  FLAG_FIELDS,
  GENDER_VALUES,
  ID_FIELDS,
  KIND_VALUES,
  MATCHES,
  MAX_BIRTHDAY_DAYS,
  MAX_CONDITIONS,
  MAX_DAYS,
  MAX_DEPTH,
  MAX_PICKED,
  MAX_VALUES,
  MEASURES,
  RANGE_FIELDS,
  type ChoiceField,
  type Condition,
  type ConditionGroup,
  type SegmentFilter,
} from './segment.rules.js';

type Raw = Record<string, unknown>;

const MAX_AMOUNT = 1_000_000_000_000;
const MAX_WORD = 60;
const WORDS: Partial<Record<ChoiceField, readonly string[]>> = {
  gender: GENDER_VALUES,
  kind: KIND_VALUES,
  cardStatus: CARD_STATUS_VALUES,
};

/**
 * Reads conditions from outside: unknown fields, wrong types and too many of anything are refused, each with its path
 * ('filter.conditions.2.values'). Errors: request.invalid.
 */
export function readFilter(value: unknown): SegmentFilter {
  const reader = new FilterReader();
  const filter = reader.group(value, 'filter', 1);
  if (reader.count > MAX_CONDITIONS) reader.refuse('filter', 'array_max_size');
  if (reader.problems.length) throw new DomainError('request.invalid', 422, {}, reader.problems);
  return filter;
}

class FilterReader {
  readonly problems: { field: string; code: string }[] = [];
  count = 0;

  refuse(field: string, code: string): void {
    this.problems.push({ field, code: `field.${code}` });
  }

  group(value: unknown, at: string, depth: number): ConditionGroup {
    const empty: ConditionGroup = { match: 'all', conditions: [] };
    const raw = this.object(value, at, ['match', 'not', 'conditions']);
    if (!raw) return empty;
    const match = this.oneOf(raw, 'match', MATCHES, at) ?? 'all';
    const not = raw['not'] === undefined ? undefined : this.flag(raw, 'not', at);
    const items = raw['conditions'];
    if (!Array.isArray(items)) this.refuse(`${at}.conditions`, 'is_array');
    else if (items.length > MAX_CONDITIONS) this.refuse(`${at}.conditions`, 'array_max_size');
    else {
      const conditions = items.map((item: unknown, index) => {
        const path = `${at}.conditions.${index}`;
        const nested = typeof item === 'object' && item !== null && 'conditions' in item;
        if (nested && depth >= MAX_DEPTH) this.refuse(path, 'max');
        else if (nested) return this.group(item, path, depth + 1);
        return this.condition(item, path);
      });
      return { match, ...(not ? { not } : {}), conditions };
    }
    return empty;
  }

  private condition(value: unknown, at: string): Condition {
    this.count += 1;
    const fallback: Condition = { field: 'members', ids: [] };
    const field = typeof value === 'object' && value !== null ? (value as Raw)['field'] : undefined;
    if (among(FLAG_FIELDS, field)) {
      const raw = this.object(value, at, ['field', 'is']);
      return raw ? { field, is: this.flag(raw, 'is', at) } : fallback;
    }
    if (among(CHOICE_FIELDS, field)) {
      const raw = this.object(value, at, ['field', 'op', 'values']);
      if (!raw) return fallback;
      const op = this.oneOf(raw, 'op', CHOICE_OPS, at) ?? 'any';
      const values = ID_FIELDS.includes(field)
        ? this.ids(raw, 'values', at, MAX_VALUES)
        : this.words(raw, 'values', at, WORDS[field]);
      return { field, op, values };
    }
    if (among(RANGE_FIELDS, field)) {
      const raw = this.object(value, at, ['field', 'min', 'max']);
      return raw ? { field, ...this.range(raw, at, true) } : fallback;
    }
    if (among(DAY_FIELDS, field)) {
      const raw = this.object(value, at, ['field', 'op', 'days', 'from', 'to']);
      if (!raw) return fallback;
      const op = this.oneOf(raw, 'op', DAY_OPS, at) ?? 'within';
      if (op === 'never' && field === 'joined') this.refuse(`${at}.op`, 'is_in');
      if (op === 'within' || op === 'over')
        return { field, op, days: this.whole(raw, 'days', at, 1, MAX_DAYS) };
      return op === 'between' ? { field, op, ...this.dates(raw, at, true) } : { field, op };
    }
    if (among(ACT_FIELDS, field)) {
      const keys = ['field', 'measure', 'days', 'from', 'to', 'storeIds', 'min', 'max'];
      const raw = this.object(value, at, keys);
      if (!raw) return fallback;
      return {
        field,
        measure: this.oneOf(raw, 'measure', MEASURES, at) ?? 'sum',
        ...(present(raw['days']) ? { days: this.whole(raw, 'days', at, 1, MAX_DAYS) } : {}),
        ...(present(raw['days']) ? {} : this.dates(raw, at, false)),
        ...(present(raw['storeIds'])
          ? { storeIds: this.ids(raw, 'storeIds', at, MAX_VALUES) }
          : {}),
        ...this.range(raw, at, true),
      };
    }
    if (field === 'birthday') {
      const raw = this.object(value, at, ['field', 'window', 'days', 'calendar']);
      if (!raw) return fallback;
      const window = this.oneOf(raw, 'window', BIRTHDAY_WINDOWS, at) ?? 'next';
      return {
        field,
        window,
        ...(window === 'next' ? { days: this.whole(raw, 'days', at, 0, MAX_BIRTHDAY_DAYS) } : {}),
        ...(present(raw['calendar'])
          ? { calendar: this.oneOf(raw, 'calendar', CALENDAR_VALUES, at) }
          : {}),
      };
    }
    if (field === 'cardExpiry') {
      const raw = this.object(value, at, ['field', 'op', 'days']);
      if (!raw) return fallback;
      const op = this.oneOf(raw, 'op', CARD_EXPIRY_OPS, at) ?? 'within';
      return {
        field,
        op,
        ...(op === 'within' ? { days: this.whole(raw, 'days', at, 0, MAX_DAYS) } : {}),
      };
    }
    if (field === 'custom') {
      const keys = ['field', 'code', 'text', 'values', 'min', 'max', 'from', 'to', 'is'];
      const raw = this.object(value, at, keys);
      if (!raw) return fallback;
      return {
        field,
        code: this.word(raw['code'], `${at}.code`),
        ...(present(raw['text']) ? { text: this.word(raw['text'], `${at}.text`) } : {}),
        ...(present(raw['values'])
          ? { values: this.words(raw, 'values', at, undefined) as string[] }
          : {}),
        ...(present(raw['is']) ? { is: this.flag(raw, 'is', at) } : {}),
        ...this.range(raw, at, false),
        ...this.dates(raw, at, false),
      };
    }
    if (field === 'members') {
      const raw = this.object(value, at, ['field', 'ids']);
      return raw ? { field, ids: this.ids(raw, 'ids', at, MAX_PICKED) } : fallback;
    }
    this.refuse(`${at}.field`, 'is_in');
    return fallback;
  }

  private object(value: unknown, at: string, keys: readonly string[]): Raw | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.refuse(at, 'is_object');
      return undefined;
    }
    for (const key of Object.keys(value))
      if (!keys.includes(key)) this.refuse(`${at}.${key}`.slice(0, 200), 'whitelist_validation');
    return value as Raw;
  }

  private oneOf<T extends string>(
    raw: Raw,
    key: string,
    options: readonly T[],
    at: string,
  ): T | undefined {
    const value = raw[key];
    if ((options as readonly unknown[]).includes(value)) return value as T;
    this.refuse(`${at}.${key}`, 'is_in');
    return undefined;
  }

  private flag(raw: Raw, key: string, at: string): boolean {
    if (typeof raw[key] !== 'boolean') this.refuse(`${at}.${key}`, 'is_boolean');
    return raw[key] === true;
  }

  private whole(raw: Raw, key: string, at: string, min: number, max: number): number {
    const value = raw[key];
    if (typeof value !== 'number' || !Number.isSafeInteger(value))
      this.refuse(`${at}.${key}`, present(value) ? 'is_int' : 'required');
    else if (value < min) this.refuse(`${at}.${key}`, 'min');
    else if (value > max) this.refuse(`${at}.${key}`, 'max');
    return value as number;
  }

  private range(raw: Raw, at: string, needed: boolean): { min?: number; max?: number } {
    const bound = (key: string) =>
      present(raw[key]) ? { [key]: this.whole(raw, key, at, -MAX_AMOUNT, MAX_AMOUNT) } : undefined;
    const result: { min?: number; max?: number } = { ...bound('min'), ...bound('max') };
    if (needed && result.min === undefined && result.max === undefined)
      this.refuse(`${at}.min`, 'required');
    if (result.min !== undefined && result.max !== undefined && result.max < result.min)
      this.refuse(`${at}.max`, 'min');
    return result;
  }

  private dates(raw: Raw, at: string, needed: boolean): { from?: string; to?: string } {
    const result: { from?: string; to?: string } = {};
    for (const key of ['from', 'to'] as const) {
      const value = raw[key];
      if (!present(value)) continue;
      if (typeof value !== 'string' || !isDate(value))
        this.refuse(`${at}.${key}`, 'is_calendar_date');
      else result[key] = value;
    }
    if (needed && !result.from && !result.to) this.refuse(`${at}.from`, 'required');
    if (result.from && result.to && result.to < result.from) this.refuse(`${at}.to`, 'before_from');
    return result;
  }

  private list(raw: Raw, key: string, at: string, max: number): unknown[] {
    const value = raw[key];
    if (!Array.isArray(value)) this.refuse(`${at}.${key}`, 'is_array');
    else if (value.length < 1) this.refuse(`${at}.${key}`, 'array_min_size');
    else if (value.length > max) this.refuse(`${at}.${key}`, 'array_max_size');
    else return value as unknown[];
    return [];
  }

  private ids(raw: Raw, key: string, at: string, max: number): number[] {
    const ids = this.list(raw, key, at, max);
    if (ids.some((id) => !Number.isSafeInteger(id) || (id as number) < 1))
      this.refuse(`${at}.${key}`, 'is_int');
    return [...new Set(ids as number[])];
  }

  private words(
    raw: Raw,
    key: string,
    at: string,
    options: readonly string[] | undefined,
  ): string[] {
    const words = this.list(raw, key, at, MAX_VALUES).map((word) =>
      this.word(word, `${at}.${key}`),
    );
    if (options && words.some((word) => !options.includes(word)))
      this.refuse(`${at}.${key}`, 'is_in');
    return [...new Set(words)];
  }

  private word(value: unknown, at: string): string {
    if (typeof value !== 'string') this.refuse(at, 'is_string');
    else if (value.trim() === '') this.refuse(at, 'required');
    else if (value.length > MAX_WORD) this.refuse(at, 'max_length');
    else if (/[\u0000-\u001F\u007F]/.test(value) || !value.isWellFormed())
      this.refuse(at, 'matches');
    else return value.trim();
    return '';
  }
}

function among<T extends string>(names: readonly T[], value: unknown): value is T {
  return (names as readonly unknown[]).includes(value);
}

const present = (value: unknown): boolean => value !== undefined && value !== null;
