import {
  CONDITION_GROUPS,
  type ConditionKind,
  declaredConditions,
  type NamedThings,
} from '#chain/conditions';
import type { Sql } from '#kernel';
import { run } from '#kernel/lists';
import type {
  SegmentCondition,
  SegmentFieldOption,
  SegmentOption,
  SegmentOptions,
} from './segment.dto.js';

const placeOf = ({ group, order }: ConditionKind): number =>
  (group ? CONDITION_GROUPS.indexOf(group) : CONDITION_GROUPS.length) * 10_000 + order;

/** The conditions that there are, as the screen offers them to who has these stores, and the fields of the chain. */
export async function segmentOptions(
  sql: Sql,
  storeIds: readonly number[],
): Promise<SegmentOptions> {
  const offered = new Map<NamedThings, SegmentOption[]>();
  const named = async (things: NamedThings): Promise<SegmentOption[]> => {
    const known = offered.get(things);
    if (known || !things.offered) return known ?? [];
    const options = await run<SegmentOption>(sql, things.offered(storeIds));
    offered.set(things, options);
    return options;
  };
  const conditions: SegmentCondition[] = [];
  for (const kind of declaredConditions().toSorted((a, b) => placeOf(a) - placeOf(b))) {
    const { field, group, shape, unit = null, never = false, choices: from } = kind;
    const examples = kind.examples.map((parts) => ({ field, ...parts }));
    const asked = { field, group, shape, examples, unit, never };
    if (from && 'codes' in from) {
      const choices = from.codes.map((value) => ({ value, label: value }));
      conditions.push({ ...asked, ids: false, choices, words: from.words });
    } else {
      const choices = from ? await named(from) : [];
      conditions.push({ ...asked, ids: from?.type === 'bigint[]', choices, words: null });
    }
  }
  const choicesOf = (field: string) =>
    conditions.find((condition) => condition.field === field)?.choices ?? [];
  return {
    conditions,
    levels: choicesOf('level'),
    stores: choicesOf('homeStore'),
    regions: choicesOf('region'),
    tags: choicesOf('tag'),
    fields: await sql.query<SegmentFieldOption>(
      'SELECT code, label, kind, options FROM member_field WHERE active ORDER BY position, id',
    ),
  };
}
