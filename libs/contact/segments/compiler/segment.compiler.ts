import { conditionKind, Parameters } from '#chain/conditions';
import { SegmentError } from '../segment.errors.js';
import { isGroup, type Condition, type ConditionGroup } from '../segment.rules.js';
import { referencePredicates } from './references.compiler.js';

/** Whose members are looked at: a person without all stores sees those whose home is one of theirs. */
export interface AudienceScope {
  allStores: boolean;
  storeIds: readonly number[];
}

export interface CompilerContext {
  /** The day that relative windows count from. */
  today: string;
  scope: AudienceScope;
  /** What conditions need to know, by the name that they gave it. */
  [facts: string]: unknown;
}

/** A condition on `m`, the member, and the values it stands on. */
export interface CompiledSegment {
  where: string;
  params: unknown[];
}

/** Makes SQL of conditions. Nothing of the input reaches the text. Errors: segment.unknown_field. */
export function compileSegment(filter: ConditionGroup, context: CompilerContext): CompiledSegment {
  const params = new Parameters();
  const parts = ["m.status = 'active'"];
  if (!context.scope.allStores)
    parts.push(`m.home_store_id = ANY (${params.add(context.scope.storeIds, 'bigint[]')})`);
  if (filter.conditions.length) parts.push(groupPredicate(filter, context, params));
  parts.push(...referencePredicates(filter, params));
  return { where: parts.join(' AND '), params: params.values };
}

function groupPredicate(
  group: ConditionGroup,
  context: CompilerContext,
  params: Parameters,
): string {
  const parts = group.conditions.map(
    (item) =>
      `(${isGroup(item) ? groupPredicate(item, context, params) : predicate(item, context, params)})`,
  );
  const joined = parts.length ? parts.join(group.match === 'all' ? ' AND ' : ' OR ') : 'true';
  return group.not ? `NOT (${joined})` : `(${joined})`;
}

function predicate(condition: Condition, context: CompilerContext, params: Parameters): string {
  const kind = conditionKind(condition.field);
  const facts = kind?.facts && context[kind.facts.name];
  const asked = kind?.sql(condition, { today: context.today, params, facts });
  // Also a saved one whose capability is no longer there.
  if (!asked) throw SegmentError.unknownField({ code: condition['code'] ?? condition.field });
  return asked;
}
