import { nothing, sql, type SqlText } from '#reports';
import { questionOf, searchRange, type MemberQuestion } from './member-search.rules.js';

const MOBILE = /^1\d{10}$/;

/**
 * The condition that a search box over members' papers means: part of a paper's number, or one of its members by the
 * beginning of a name, pinyin or initials, or the last four of the phone. `members`: the columns that hold their ids.
 */
export function paperAsked(
  typed: string,
  receiptNo: SqlText,
  ...members: readonly SqlText[]
): SqlText {
  const part = typed.replace(/\s/g, '').toUpperCase();
  const pattern = `%${part.replace(/[\\%_]/g, '\\$&')}%`;
  const keys = keysOf(questionOf(typed));
  const found = members.map((id) =>
    keys ? sql` OR ${id} IN (SELECT k.member_id FROM member_key k WHERE ${keys})` : nothing,
  );
  return sql`(${receiptNo} LIKE ${pattern}${found.reduce((all, each) => sql`${all}${each}`, nothing)})`;
}

/** A whole phone is looked for by its last four: whether the rest of it is right, no list of papers tells. */
function keysOf(question: MemberQuestion): SqlText | null {
  if (question.by === 'name') {
    const { from, to } = searchRange(question.text);
    return sql`k.key >= ${from} AND k.key < ${to} AND k.kind <> 'phone'`;
  }
  if (question.by === 'last4') return sql`k.key = ${question.digits} AND k.kind = 'last4'`;
  if (question.by === 'number' && MOBILE.test(question.phone))
    return sql`k.key = ${question.phone.slice(-4)} AND k.kind = 'last4'`;
  return null;
}
