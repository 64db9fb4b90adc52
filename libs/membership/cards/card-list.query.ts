import { byStoreName } from '#chain/stores';
import { matchesMember, questionOf, searchRange } from '#membership/members';
import { by, nothing, sql, type SqlText } from '#kernel/lists';
import { typedCardNo } from './card-number.rules.js';
import type { CardOrigin, CardStatus } from './card.rules.js';

export const CARD_SORTS = {
  cardNo: by(sql`c.card_no`),
  storeName: byStoreName(sql`c.store_id`),
  issuedOn: by(sql`c.issued_on`),
  expiresOn: by(sql`c.expires_on`),
};

/** What a list of cards may be narrowed to. Cards that nobody holds yet are only shown when they are asked for. */
export interface CardListFilter {
  q?: string | null;
  status?: CardStatus | null;
  origin?: CardOrigin | null;
}

/** The condition on `c` that a filter means, within these stores: one for the screen and the file. */
export function cardMatches(filter: CardListFilter, storeIds: readonly number[]): SqlText {
  const { q, status, origin } = filter;
  return sql`c.store_id = ANY (${storeIds}::bigint[])
    ${status ? sql`AND c.status = ${status}` : q ? nothing : sql`AND c.status <> 'in_stock'`}
    ${origin ? sql`AND c.origin = ${origin}` : nothing}
    ${q ? sql`AND ${asked(q)}` : nothing}`;
}

// A number is the beginning of a card's; names and last four are its holder's. A whole phone is for the list of members.
function asked(q: string): SqlText {
  const number = typedCardNo(q);
  const question = questionOf(q);
  const ofNumber = /\d/.test(number) ? beginsWith(sql`c.card_no COLLATE "C"`, number) : sql`false`;
  if (question.by === 'number' || question.by === 'nothing') return ofNumber;
  return sql`(${ofNumber} OR ${matchesMember(question, sql`c.member_id`)})`;
}

function beginsWith(column: SqlText, prefix: string): SqlText {
  const { from, to } = searchRange(prefix);
  return sql`(${column} >= ${from} AND ${column} < ${to})`;
}

/** The rows of a list for the cards whose ids a query gives. */
export function cardRows(ids: SqlText, today: string): SqlText {
  return sql`
    SELECT c.id, c.card_no AS "cardNo", c.status, s.name AS "storeName", c.issued_on AS "issuedOn", c.expires_on AS "expiresOn",
           coalesce(c.expires_on < ${today}::date, false) AS expired, c.origin, c.stock_state AS "stockState",
           c.member_id AS "memberId", coalesce(m.name, m.nickname) AS "memberName"
      FROM (${ids}) h JOIN card c ON c.id = h.id JOIN store s ON s.id = c.store_id LEFT JOIN member m ON m.id = c.member_id`;
}
