import { defineCondition, type NamedThings, type Parameters } from '#chain/conditions';
import type { Sql } from '#kernel';
import { type CustomCondition, kindAsked } from './condition.rules.js';
import type { FieldKind } from './member-field.rules.js';

const FIELDS: NamedThings = {
  type: 'text[]',
  found: (values) => `SELECT count(*) FROM member_field WHERE code = ANY (${values})`,
};

async function kindsOfFields(sql: Sql): Promise<ReadonlyMap<string, FieldKind>> {
  const rows = await sql.query<{ code: string; kind: FieldKind }>(
    'SELECT code, kind FROM member_field',
  );
  return new Map(rows.map(({ code, kind }) => [code, kind]));
}

/** The fields of the chain, each by its kind. Where nobody looked for them, they are taken as they are asked for. */
export const custom = defineCondition<CustomCondition>({
  field: 'custom',
  group: null,
  order: 0,
  shape: 'custom',
  parts: ['code', 'text', 'values', 'min', 'max', 'from', 'to', 'is'],
  examples: [
    { code: 'remark', text: 'tea' },
    { code: 'size', values: ['L'] },
    { code: 'height', min: 170, max: 190 },
    { code: 'since', from: '2026-01-01' },
    { code: 'vegan', is: false },
    { code: 'remark' },
  ],
  read: (reader) => ({
    code: reader.word('code'),
    ...(reader.has('text') ? { text: reader.word('text') } : {}),
    ...(reader.has('values') ? { values: reader.words('values') } : {}),
    ...(reader.has('is') ? { is: reader.flag('is') } : {}),
    ...reader.range(false),
    ...reader.dates(false),
  }),
  facts: { name: 'customFields', find: kindsOfFields },
  sql(condition, { params, facts }) {
    const kinds = facts as ReadonlyMap<string, FieldKind> | null | undefined;
    const kind = kinds ? kinds.get(condition.code) : kindAsked(condition);
    return kind ? customPredicate(condition, kind, params) : null;
  },
  names: ({ code }) => [{ things: FIELDS, values: [code] }],
});

/** A condition on a field that head office defined; one that asks for nothing means "has a value". */
function customPredicate(condition: CustomCondition, kind: FieldKind, params: Parameters): string {
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
