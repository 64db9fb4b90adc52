import { conditionKind, type NamedThings, type Parameters } from '#chain/conditions';
import { conditionsOf, type ConditionGroup } from '../segment.rules.js';

/** All that conditions name, each thing once. */
function namedIn(filter: ConditionGroup): [NamedThings, (string | number)[]][] {
  const named = new Map<NamedThings, Set<string | number>>();
  for (const condition of conditionsOf(filter))
    for (const { things, values } of conditionKind(condition.field)?.names?.(condition) ?? [])
      named.set(things, new Set([...(named.get(things) ?? []), ...values]));
  return [...named].map(([things, values]) => [things, [...values]]);
}

/**
 * Conditions that hold only while everything is there that the segment names. "None of a tag" that was deleted would be
 * everybody, also inside a group that is turned around: with these on top it is nobody.
 */
export function referencePredicates(filter: ConditionGroup, params: Parameters): string[] {
  return namedIn(filter).map(([things, values]) => {
    const place = params.add(values, things.type);
    return `(${things.found(place)}) = ${params.add(values.length, 'int')}`;
  });
}
