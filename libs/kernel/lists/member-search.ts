import { sql, type SqlText } from './sql-text.js';

type MemberSearch = (typed: string, id: SqlText) => SqlText;

let search: MemberSearch = () => sql`false`;

/** Members know how they are searched; reports ask them. */
export function registerMemberSearch(by: MemberSearch): void {
  search = by;
}

/** The condition that a member (`id`) is one that was typed. */
export const memberFound: MemberSearch = (typed, id) => search(typed, id);
