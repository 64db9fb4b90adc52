import { conditionKind, ConditionReader, type Raw } from '#chain/conditions';
import { MATCHES } from '#chain/conditions/rules';
import { DomainError } from '#kernel';
import {
  MAX_CONDITIONS,
  MAX_DEPTH,
  type Condition,
  type ConditionGroup,
  type SegmentFilter,
} from './segment.rules.js';

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
    const reader = this.reader(raw, at);
    const match = reader.oneOf('match', MATCHES) ?? 'all';
    const not = raw['not'] === undefined ? undefined : reader.flag('not');
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
    const field = typeof value === 'object' && value !== null ? (value as Raw)['field'] : undefined;
    const kind = conditionKind(field);
    if (!kind) this.refuse(`${at}.field`, 'is_in');
    const raw = kind && this.object(value, at, ['field', ...kind.parts]);
    return { field: kind?.field ?? '', ...(raw ? kind.read(this.reader(raw, at)) : {}) };
  }

  private reader(raw: Raw, at: string): ConditionReader {
    return new ConditionReader(raw, at, (field, code) => this.refuse(field, code));
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
}
