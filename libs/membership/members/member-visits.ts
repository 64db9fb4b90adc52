import { declarable } from '#kernel';
import { later, sql, type SqlText } from '#kernel/lists';

/** A query of the times that members came to buy: member_id, business_date, and id in their order. Sales say it. */
export const memberVisits = declarable<SqlText>('when members came to buy');

/** The last business date on which a member came, as a piece of SQL. */
export const lastVisitOf = (memberId: SqlText): SqlText =>
  sql`(SELECT v.business_date FROM (${later(() => memberVisits.ask())}) v WHERE v.member_id = ${memberId} ORDER BY v.id DESC LIMIT 1)`;
