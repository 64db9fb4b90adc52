import { nothing, registerMemberSearch, sql, type SqlText } from '#kernel/lists';
import { questionOf, searchRange, type MemberQuestion } from './member-search.rules.js';

/**
 * The condition that a search box over members' papers means: part of a paper's number, or one of its members by
 * `membersAsked`. `members`: the columns that hold their ids.
 */
export function matchesDocument(
  typed: string,
  receiptNo: SqlText,
  ...members: readonly SqlText[]
): SqlText {
  const part = typed.replace(/\s/g, '').toUpperCase();
  const pattern = `%${part.replace(/[\\%_]/g, '\\$&')}%`;
  const question = questionOf(typed);
  const found = members.map((id) => sql` OR ${matchesMember(question, id)}`);
  return sql`(${receiptNo} LIKE ${pattern}${found.reduce((all, each) => sql`${all}${each}`, nothing)})`;
}

/**
 * Whether a member (`id`) is one that was asked for. One rule for every list, file and search: the beginning of a name, in
 * hanzi, pinyin or initials; the last four of a phone; a whole phone. The beginning of a phone finds nobody: else a number
 * could be read digit by digit.
 */
export function matchesMember(question: MemberQuestion, id: SqlText): SqlText {
  switch (question.by) {
    case 'name':
      return sql`${id} IN (${named(question.text)})`;
    case 'last4':
      return sql`${id} IN (${ending(question.digits)})`;
    case 'name_and_last4':
      return sql`(${id} IN (${named(question.text)} AND k.member_id IN (${ending(question.digits)})) OR ${id} IN (${named(question.whole)}))`;
    case 'number':
      return sql`${id} IN (SELECT k.member_id FROM member_key k WHERE k.key = ${question.phone} AND k.kind = 'phone')`;
    case 'nothing':
      return sql`false`;
  }
}

/** Whether a paper (`id`: its member) is of these members: those of records that were merged into one are its papers too. */
export const isOfMembers = (members: readonly number[], id: SqlText): SqlText =>
  sql`${id} = ANY (ARRAY(SELECT unnest(${members}::bigint[]) UNION SELECT x.alias_member_id FROM member_alias x WHERE x.member_id = ANY (${members}::bigint[])))`;

// Keys of names only: a letter or a hanzi begins no phone, but a digit may.
function named(text: string): SqlText {
  const { from, to } = searchRange(text);
  return sql`SELECT k.member_id FROM member_key k WHERE k.key >= ${from} AND k.key < ${to} AND k.kind NOT IN ('phone', 'last4')`;
}

const ending = (digits: string): SqlText =>
  sql`SELECT e.member_id FROM member_key e WHERE e.key = ${digits} AND e.kind = 'last4'`;

registerMemberSearch((typed, id) => matchesMember(questionOf(typed), id));
