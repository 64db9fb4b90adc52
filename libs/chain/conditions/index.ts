// What can be asked of members. Below whoever owns what is asked and whoever asks: neither knows the other by name.
export {
  CONDITION_GROUPS,
  type ConditionContext,
  type ConditionGroupName,
  type ConditionKind,
  conditionKind,
  conditions,
  type ConditionShape,
  declaredConditions,
  defineCondition,
  type NamedThings,
} from './condition-kind.js';
export { ConditionReader, type Raw } from './condition-reader.js';
export type { ActRows } from './measures.js';
export { Parameters } from './parameters.js';
export { act, choice, dayOf, expiry, flag, lastDayOf, range } from './shapes.js';
export * from './rules.js';
