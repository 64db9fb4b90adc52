import type { CustomCondition, CustomKind } from '../segment.rules.js';
import type { Parameters } from './parameters.js';

/** A condition on a field that head office defined; one that asks for nothing means "has a value". */
export function customPredicate(
  condition: CustomCondition,
  kind: CustomKind,
  params: Parameters,
): string {
  const code = params.add(condition.code, 'text');
  const value = `(m.custom ->> ${code})`;
  const bounds = (of: string, type: 'bigint' | 'text', low?: unknown, high?: unknown): string[] => [
    ...(low === undefined ? [] : [`${of} >= ${params.add(low, type)}`]),
    ...(high === undefined ? [] : [`${of} <= ${params.add(high, type)}`]),
  ];
  const filled = `coalesce(${value}, '') <> ''`;
  switch (kind) {
    case 'flag':
      return condition.is === undefined
        ? filled
        : `coalesce(${value} = 'true', false) = ${condition.is ? 'true' : 'false'}`;
    case 'choice':
      return condition.values?.length
        ? `coalesce(${value} = ANY (${params.add(condition.values, 'text[]')}), false)`
        : filled;
    case 'number': {
      // Guarded by its type: a text that slipped in must not end the whole count.
      const number = `(CASE WHEN jsonb_typeof(m.custom -> ${code}) = 'number' THEN ${value}::numeric END)`;
      const parts = bounds(number, 'bigint', condition.min, condition.max);
      return parts.length ? `coalesce(${parts.join(' AND ')}, false)` : filled;
    }
    case 'date': {
      const parts = bounds(value, 'text', condition.from, condition.to);
      return parts.length ? `coalesce(${parts.join(' AND ')}, false)` : filled;
    }
    case 'text':
      return condition.text === undefined
        ? filled
        : `coalesce(position(lower(${params.add(condition.text, 'text')}) IN lower(${value})) > 0, false)`;
  }
}

/** What a field must hold for a condition to make sense. */
export function kindAsked({ is, values, min, max, from, to }: CustomCondition): CustomKind {
  if (is !== undefined) return 'flag';
  if (values?.length) return 'choice';
  if (min !== undefined || max !== undefined) return 'number';
  return from !== undefined || to !== undefined ? 'date' : 'text';
}
