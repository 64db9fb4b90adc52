import type { Declaration, Sql } from '#kernel';
import type { FileLanguage, SqlText } from '#kernel/lists';
import type { ConditionReader } from './condition-reader.js';
import type { Condition } from './condition.rules.js';
import type { Parameters } from './parameters.js';

/** Things that a condition names and that somebody may delete: tags, levels, stores. */
export interface NamedThings {
  type: 'bigint[]' | 'text[]';
  /** SQL: how many of `values` there are. */
  found(values: string): string;
  /** `value` and `label` of what the screen offers to who has these stores. */
  offered?(storeIds: readonly number[]): SqlText;
}

/** What a condition is made of when it becomes SQL. */
export interface ConditionContext {
  /** The day that relative windows count from. */
  today: string;
  params: Parameters;
  /** What `facts` found; undefined: nobody looked. */
  facts: unknown;
}

/** How a condition is read, asked and filled in. Several conditions have the same. */
export interface ConditionShape<C extends Condition = Condition> {
  /** The editor on the screen. */
  shape: string;
  /** The parts that it may have, beside its field. */
  parts: readonly string[];
  read(reader: ConditionReader): Record<string, unknown>;
  /**
   * A predicate on `m`, the member. It is never null, so that NOT and OR around it mean what they say. What comes from
   * outside stands in `params` only. null: what it asks for is no longer there.
   */
  sql(condition: C, context: ConditionContext): string | null;
  /** What it names: while some of it is gone, it finds nobody. */
  names?(condition: C): readonly { things: NamedThings; values: readonly (string | number)[] }[];
  /** What the screen lets choose. */
  choices?: NamedThings | { codes: readonly string[]; words: string };
  /** What it may hold, beside its field: for who writes a filter by hand, and every one of them is tried by a spec. */
  examples: readonly Readonly<Record<string, unknown>>[];
  /** What its numbers are. */
  unit?: 'cents' | 'whole';
  /** Whether there may be no such day. */
  never?: boolean;
}

/** What a shop asks for, by what it thinks of. */
export const CONDITION_GROUPS = ['profile', 'acts', 'value', 'card', 'consent'] as const;
export type ConditionGroupName = (typeof CONDITION_GROUPS)[number];

export interface ConditionKind<C extends Condition = Condition> extends ConditionShape<C> {
  field: string;
  /** Where the screen offers it; null: nowhere, or in a place of its own. */
  group: ConditionGroupName | null;
  /** Its place in the group. */
  order: number;
  /** What it needs to know before it becomes SQL. */
  facts?: { name: string; find(sql: Sql): Promise<unknown> };
}

const declared = new Map<string, ConditionKind>();

export function defineCondition<C extends Condition>(kind: ConditionKind<C>): ConditionKind {
  if (!/^[a-z][A-Za-z]*$/.test(kind.field)) throw new Error(`${kind.field} is not a field`);
  return kind as unknown as ConditionKind;
}

/** What conditions are called: `words/conditions.locale.ts`. */
export type ConditionWords = Readonly<
  Record<FileLanguage, { segments: { fields: Readonly<Record<string, string>> } }>
>;

/** The conditions of a capability, `*.conditions.ts`, and what they are called. */
export const conditions =
  (words: ConditionWords, ...kinds: readonly ConditionKind[]): Declaration =>
  () => {
    for (const kind of kinds) {
      const { field } = kind;
      const known = declared.get(field);
      if (known && known !== kind) throw new Error(`two conditions are called ${field}`);
      if (Object.values(words).some(({ segments }) => !segments.fields[field]))
        throw new Error(`the condition ${field} has no words`);
      declared.set(field, kind);
    }
  };

export const declaredConditions = (): readonly ConditionKind[] => [...declared.values()];

export const conditionKind = (field: unknown): ConditionKind | undefined =>
  declared.get(field as string);
