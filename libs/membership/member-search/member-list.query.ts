import { byStoreName } from '#chain/stores';
import { byLevelName } from '#membership/levels';
import { CARD_STATUSES } from '#membership/cards';
import { lastVisitOf, matchesMember, questionOf } from '#membership/members';
import { typedCardNo } from '#membership/cards';
import { by, byWords, nothing, sql, type SqlText } from '#kernel/lists';

/** What changes with every sale (balances, the last visit) is in no index: a segment or a report finds by it. */
export const MEMBER_SORTS = {
  memberNo: by(sql`m.id`),
  name: byWords(sql`coalesce(m.name, m.nickname)`),
  levelName: byLevelName(sql`m.level_id`),
  homeStoreName: byStoreName(sql`m.home_store_id`),
  joinedOn: by(sql`m.joined_on`),
};

/** What a list of members may be narrowed to; what is missing narrows nothing. */
export interface MemberListFilter {
  q?: string | null;
  level?: readonly number[] | null;
  homeStore?: readonly number[] | null;
  /** Members with any of these. */
  tag?: readonly number[] | null;
  /** Days of joining, both included. */
  joined?: { from?: string | undefined; to?: string | undefined } | null;
  /** Members who hold a card in this status. */
  cardStatus?: (typeof CARD_STATUSES)[number] | null;
  hasDebt?: boolean | null;
  registered?: boolean | null;
}

/** The condition on `m` that a filter means: one for the screen, the file and what is done with all that match. */
export function memberMatches(filter: MemberListFilter): SqlText {
  const { level, homeStore, tag, joined, cardStatus, hasDebt, registered } = filter;
  return sql`m.status = 'active'
    ${filter.q ? sql`AND ${asked(filter.q)}` : nothing}
    ${level ? sql`AND m.level_id = ANY (${level}::bigint[])` : nothing}
    ${homeStore ? sql`AND m.home_store_id = ANY (${homeStore}::bigint[])` : nothing}
    ${tag ? sql`AND m.id IN (SELECT x.member_id FROM member_tag x WHERE x.tag_id = ANY (${tag}::bigint[]))` : nothing}
    ${joined?.from ? sql`AND m.joined_on >= ${joined.from}::date` : nothing}
    ${joined?.to ? sql`AND m.joined_on <= ${joined.to}::date` : nothing}
    ${cardStatus ? sql`AND m.id IN (SELECT c.member_id FROM card c WHERE c.status = ${cardStatus})` : nothing}
    ${hasDebt == null ? nothing : sql`AND ${hasDebt ? nothing : sql`NOT`} (m.id IN (${DEBTORS}))`}
    ${registered == null ? nothing : sql`AND ${registered ? nothing : sql`NOT`} EXISTS (SELECT FROM member_identity i WHERE i.member_id = m.id)`}`;
}

const DEBTORS = sql`
  SELECT w.member_id FROM ledger.account a JOIN wallet w ON w.id = a.owner_id WHERE a.kind IN ('principal', 'bonus') AND a.debt > 0
  UNION ALL
  SELECT a.owner_id FROM ledger.account a WHERE a.kind = 'points' AND a.debt > 0`;

// As at the desk: by number, last four or name; whose card it is counts too.
function asked(q: string): SqlText {
  const cardNo = typedCardNo(q);
  const holder = /^[0-9A-Z]{4,32}$/.test(cardNo)
    ? sql`m.id IN (SELECT coalesce(a.member_id, c.member_id) FROM card c LEFT JOIN member_alias a ON a.alias_member_id = c.member_id WHERE c.card_no = ${cardNo})`
    : sql`false`;
  return sql`(${holder} OR ${matchesMember(questionOf(q), sql`m.id`)})`;
}

// What may be spent on a date: lots that are released and not expired; a debt takes it first.
const spendable = (kind: string, owner: SqlText, today: string): SqlText => sql`
  coalesce((SELECT greatest(0, sum(x.remaining) - a.debt) FROM ledger.account a JOIN ledger.lot x ON x.account_id = a.id
             WHERE a.kind = ${kind} AND a.owner_id = ${owner} AND (x.state = 'open' OR (x.state = 'held' AND x.releases_on <= ${today}::date))
               AND (x.expires_on IS NULL OR x.expires_on >= ${today}::date) GROUP BY a.id), 0)::bigint`;

/** The rows of a list for the members whose ids a query gives, as the screen and the file show them. */
export function memberRows(ids: SqlText, today: string): SqlText {
  return sql`
    SELECT m.id, m.id AS "memberId", m.id AS "memberNo", coalesce(m.name, m.nickname) AS name, m.nickname, m.phone, m.level_id AS "levelId",
           l.name AS "levelName", s.name AS "homeStoreName", m.joined_on AS "joinedOn",
           (SELECT count(*) FROM card c WHERE c.member_id = m.id AND c.status IN ('active', 'lost')) AS "cardCount",
           ${spendable('principal', sql`w.id`, today)} AS "principalCents",
           ${spendable('bonus', sql`w.id`, today)} AS "bonusCents",
           ${spendable('points', sql`m.id`, today)} AS points,
           ARRAY(SELECT t.name FROM member_tag x JOIN tag t ON t.id = x.tag_id WHERE x.member_id = m.id ORDER BY t.name) AS tags,
           EXISTS (SELECT FROM member_identity i WHERE i.member_id = m.id) AS registered,
           ${lastVisitOf(sql`m.id`)} AS "lastVisitOn"
      FROM (${ids}) h JOIN member m ON m.id = h.id JOIN level l ON l.id = m.level_id JOIN store s ON s.id = m.home_store_id
      JOIN wallet w ON w.member_id = m.id`;
}
