import { conditionsOf, type ConditionGroup } from '../segment.rules.js';
import { Parameters } from './parameters.js';

type Target = 'tag' | 'level' | 'store' | 'region' | 'member' | 'custom';

// How many of those that are named there are.
const FOUND: Readonly<Record<Target, (values: string) => string>> = {
  tag: (values) => `SELECT count(*) FROM tag WHERE id = ANY (${values})`,
  level: (values) => `SELECT count(*) FROM level WHERE id = ANY (${values})`,
  store: (values) => `SELECT count(*) FROM store WHERE id = ANY (${values})`,
  region: (values) => `SELECT count(DISTINCT region) FROM store WHERE region = ANY (${values})`,
  member: (values) => `SELECT count(*) FROM member WHERE id = ANY (${values})`,
  custom: (values) => `SELECT count(*) FROM member_field WHERE code = ANY (${values})`,
};
const IN_WORDS: readonly Target[] = ['region', 'custom'];

function namedIn(filter: ConditionGroup): [Target, (string | number)[]][] {
  const named = new Map<Target, Set<string | number>>();
  const add = (target: Target, values: readonly (string | number)[]) =>
    named.set(target, new Set([...(named.get(target) ?? []), ...values]));
  for (const condition of conditionsOf(filter)) {
    switch (condition.field) {
      case 'tag':
      case 'level':
      case 'region':
        add(condition.field, condition.values);
        break;
      case 'homeStore':
        add('store', condition.values);
        break;
      case 'referrer':
        add('member', condition.values);
        break;
      case 'custom':
        add('custom', [condition.code]);
        break;
      case 'spend':
      case 'topUps':
        if (condition.storeIds) add('store', condition.storeIds);
        break;
    }
  }
  return [...named].map(([target, values]) => [target, [...values]]);
}

/**
 * Conditions that hold only while everything is there that the segment names. "None of a tag" that was deleted would be
 * everybody, also inside a group that is turned around: with these on top it is nobody.
 */
export function referencePredicates(filter: ConditionGroup, params: Parameters): string[] {
  return namedIn(filter).map(([target, values]) => {
    const place = params.add(values, IN_WORDS.includes(target) ? 'text[]' : 'bigint[]');
    return `(${FOUND[target](place)}) = ${params.add(values.length, 'int')}`;
  });
}
