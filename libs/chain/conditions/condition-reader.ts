import { isDate } from '#kernel';
import { MAX_VALUES } from './condition.rules.js';

const MAX_AMOUNT = 1_000_000_000_000;
const MAX_WORD = 60;

export type Raw = Readonly<Record<string, unknown>>;
/** Writes down what is wrong with a field. */
export type Refuse = (field: string, code: string) => void;

/** Reads the parts of one condition from outside; each wrong one is refused with its path. */
export class ConditionReader {
  constructor(
    private readonly raw: Raw,
    private readonly at: string,
    private readonly refuseAt: Refuse,
  ) {}

  refuse(key: string, code: string): void {
    this.refuseAt(`${this.at}.${key}`, code);
  }

  has(key: string): boolean {
    const value = this.raw[key];
    return value !== undefined && value !== null;
  }

  oneOf<T extends string>(key: string, options: readonly T[]): T | undefined {
    const value = this.raw[key];
    if ((options as readonly unknown[]).includes(value)) return value as T;
    this.refuse(key, 'is_in');
    return undefined;
  }

  flag(key: string): boolean {
    if (typeof this.raw[key] !== 'boolean') this.refuse(key, 'is_boolean');
    return this.raw[key] === true;
  }

  whole(key: string, min: number, max: number): number {
    const value = this.raw[key];
    if (typeof value !== 'number' || !Number.isSafeInteger(value))
      this.refuse(key, this.has(key) ? 'is_int' : 'required');
    else if (value < min) this.refuse(key, 'min');
    else if (value > max) this.refuse(key, 'max');
    return value as number;
  }

  /** `min` and `max`; `needed`: one of them at least. */
  range(needed: boolean): { min?: number; max?: number } {
    const bound = (key: string) =>
      this.has(key) ? { [key]: this.whole(key, -MAX_AMOUNT, MAX_AMOUNT) } : undefined;
    const result: { min?: number; max?: number } = { ...bound('min'), ...bound('max') };
    if (needed && result.min === undefined && result.max === undefined)
      this.refuse('min', 'required');
    if (result.min !== undefined && result.max !== undefined && result.max < result.min)
      this.refuse('max', 'min');
    return result;
  }

  /** `from` and `to`; `needed`: one of them at least. */
  dates(needed: boolean): { from?: string; to?: string } {
    const result: { from?: string; to?: string } = {};
    for (const key of ['from', 'to'] as const) {
      const value = this.raw[key];
      if (!this.has(key)) continue;
      if (typeof value !== 'string' || !isDate(value)) this.refuse(key, 'is_calendar_date');
      else result[key] = value;
    }
    if (needed && !result.from && !result.to) this.refuse('from', 'required');
    if (result.from && result.to && result.to < result.from) this.refuse('to', 'before_from');
    return result;
  }

  ids(key: string, max = MAX_VALUES): number[] {
    const ids = this.list(key, max);
    if (ids.some((id) => !Number.isSafeInteger(id) || (id as number) < 1))
      this.refuse(key, 'is_int');
    return [...new Set(ids as number[])];
  }

  words(key: string, options?: readonly string[]): string[] {
    const words = this.list(key, MAX_VALUES).map((word) => this.asWord(word, key));
    if (options && words.some((word) => !options.includes(word))) this.refuse(key, 'is_in');
    return [...new Set(words)];
  }

  word(key: string): string {
    return this.asWord(this.raw[key], key);
  }

  private list(key: string, max: number): unknown[] {
    const value = this.raw[key];
    if (!Array.isArray(value)) this.refuse(key, 'is_array');
    else if (value.length < 1) this.refuse(key, 'array_min_size');
    else if (value.length > max) this.refuse(key, 'array_max_size');
    else return value as unknown[];
    return [];
  }

  private asWord(value: unknown, key: string): string {
    if (typeof value !== 'string') this.refuse(key, 'is_string');
    else if (value.trim() === '') this.refuse(key, 'required');
    else if (value.length > MAX_WORD) this.refuse(key, 'max_length');
    else if (/[\u0000-\u001F\u007F]/.test(value) || !value.isWellFormed())
      this.refuse(key, 'matches');
    else return value.trim();
    return '';
  }
}
