import type { ReportScope } from './define-report.js';
import { nothing, sql, type SqlText } from './sql-text.js';

/** What a list may be sorted by: an expression on the rows of its table, or the name that an id of theirs stands for. */
export interface Sort {
  by: SqlText | ((scope: ReportScope) => SqlText);
  /** The few rows (stores, staff, levels) whose names are sorted by: `by` is the id of one of them. */
  names?: SqlText;
  some?: boolean;
  /** Words are sorted as people read them (hanzi by pinyin), not by their codes. */
  words: boolean;
  /** No index serves it, because keeping one would cost every sale: what was asked for is sorted. */
  unindexed: boolean;
}
export type Sorts = Readonly<Record<string, Sort>>;

const plain = { words: false, unindexed: false };

/** Nothing comes last going up and first going down: one index serves both ways. */
export const by = (expression: Sort['by'], unindexed?: 'unindexed'): Sort => ({
  ...plain,
  by: expression,
  unindexed: unindexed !== undefined,
});

/** Words of people and things. */
export const byWords = (expression: Sort['by'], unindexed?: 'unindexed'): Sort => ({
  ...by(expression, unindexed),
  words: true,
});

/** How rows are sorted by the name that an id of theirs stands for. Whoever owns the few (ids and names) makes it of them. */
export const byNameOf =
  (names: SqlText) =>
  /** `some`: not every row has one. */
  (id: SqlText, some?: 'some'): Sort => ({
    by: id,
    names,
    some: some !== undefined,
    words: true,
    unindexed: false,
  });

export const isDown = (sort: string): boolean => sort.startsWith('-');
export const bare = (sort: string): string => sort.replace(/^-/, '');

/** One step of ORDER BY. */
export function ordered(expression: SqlText, down: boolean, words = false): SqlText {
  return sql`${expression}${words ? sql` COLLATE by_name` : nothing}${down ? sql` DESC` : nothing}`;
}
